using System.CommandLine;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web;
using Heliograph.Web.Access;
using Microsoft.Extensions.Hosting;

namespace Heliograph.Cli;

/// <summary><c>heliograph serve</c>: the doors of a ledger over HTTP.</summary>
internal static class ServeCommand
{
    private const string UsualUrl = "http://127.0.0.1:5080";
    private const int OwnRequestsPerMinute = 60_000; // of programs on this machine, whose owner can stop them

    private const string Examples = """
        heliograph serve
            open the usual ledger to this machine; where there is none yet, the invented samples
        heliograph serve --demo --url http://127.0.0.1:0
            open the samples, read into a ledger that is thrown away, on a port that is free
        heliograph serve --url http://0.0.0.0:5080
            open it to others: they need tokens, and the first one is made and shown now
        heliograph serve --model fast
            read what is sent with the fast model
        curl "http://127.0.0.1:5080/api/v1/entries?kind=event&factuality=happened"
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="stages">Makes the language layer; asked once, in the background.</param>
    /// <param name="reader">Names the program and the model; asked when a report is kept.</param>
    public static Command Declare(Func<ReadingModel, Stages> stages, Func<ReadingModel, string> reader)
    {
        var ledger = CommonOptions.Ledger();
        var url = new Option<string>("--url") { Description = "Where to listen.", HelpName = "URL", DefaultValueFactory = _ => UsualUrl };
        url.Validators.Add(result =>
        {
            if (ListenAddress.Parse(result.GetValueOrDefault<string>() ?? "").Error is { } error) result.AddError($"--url: {error}");
        });
        var demo = new Option<bool>("--demo") { Description = "Open the invented samples, in a ledger that is thrown away at the end." };
        var token = new Option<bool>("--require-token") { Description = "Ask for tokens on loopback too: where others share the machine, or a server in front passes requests on." };
        var model = ModelOption.Of();
        var actors = ActorPacks.Option("--actors");
        var command = new ExampleCommand("serve", "Open a ledger over HTTP: search, evidence, corrections, and a door for assistants.", Examples)
        {
            ledger, url, demo, token, model, actors, TokensCommand.Declare(),
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(demo) && result.GetValue(ledger) is not null) result.AddError("--ledger and --demo: found both, expected one at most. Leave one out.");
        });
        command.SetAction(async (line, stop) =>
        {
            if (ActorPacks.Load(line.GetValue(actors), Console.Error) is not { } register) return 1;
            if (Open(line.GetValue(ledger), line.GetValue(demo), Console.Error) is not { } place) return 1;
            using var opened = place;
            var address = ListenAddress.Parse(line.GetRequiredValue(url)).Address!;
            var language = new Lazy<Stages>(() => stages(line.GetValue(model)));
            if (!LearntReading.IsReadable(opened.Place, Console.Error)) return 1;
            var learnt = new LearntReading(opened.Place, () => reader(line.GetValue(model)), Console.Error);
            var settings = new WebSettings
            {
                Ledger = opened.Place,
                Address = address,
                Read = report => learnt.Of(report, language.Value.Read(report, register).Entries),
                ReadTelling = (report, tell) => learnt.Of(report, language.Value.Read(report, register, tell).Entries),
                Reader = () => learnt.Reader,
                Actors = () => register,
                Learnt = () => LearntFile.Beside(opened.Place) is { } file && File.Exists(file) ? LearntFile.Read(file, Console.Error) : null,
                Tokens = address.IsLoopback && !line.GetValue(token) ? null : new(TokensCommand.PlaceOf(opened.Place)),
                Version = VersionText.Program,
                RequestsPerMinute = address.IsLoopback ? OwnRequestsPerMinute : WebSettings.UsualRequestsPerMinute,
                Tell = Console.Error.WriteLine,
            };
            return await Run(settings, opened, () => language.Value, Console.Error, stop);
        });
        return command;
    }

    /// <summary>Serves until it is stopped.</summary>
    /// <returns>The exit status: 0, or 1 where it cannot begin, which is said.</returns>
    public static async Task<int> Run(WebSettings settings, ServedLedger served, Func<Stages> stages, TextWriter errors, CancellationToken stop)
    {
        using var ledger = new LedgerPool(served.Place);
        try
        {
            if (!served.IsDemo) ledger.Read(_ => 0); // says what is wrong with it now, and not to the first who asks
            if (settings.Tokens is { } tokens) MakeFirst(tokens, settings.Clock, errors);
            await using var app = WebServer.Build(settings, ledger);
            await app.StartAsync(stop);
            errors.WriteLine($"Heliograph listens on {app.Urls.First()}, with the ledger {Printable.Line(served.Name)}. Stop it with Ctrl+C.");
            if (!settings.Address.IsLoopback) errors.WriteLine("What goes over the network is not encrypted: put a server before it that does, or keep to a network of your own.");
            var warming = Task.Run(() => served.Fill(stages(), settings.Reader(), settings.Clock, errors, stop), CancellationToken.None);
            await app.WaitForShutdownAsync(stop);
            errors.WriteLine("Heliograph has stopped.");
            await warming;
            return 0;
        }
        catch (LedgerException e)
        {
            errors.WriteLine(Printable.Line(e.Message));
        }
        catch (Exception e) when (e is InvalidDataException or UnauthorizedAccessException)
        {
            errors.WriteLine(Printable.Line(e.Message));
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            errors.WriteLine($"{settings.Address.Url}: found that another program listens there, expected a free port. Stop that program, or name another port with --url (port 0 takes a free one).");
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            errors.WriteLine(Printable.Line($"{settings.Address.Url}: found that it cannot be listened on ({e.Message}), expected an address of this machine and a port that you may open. Name another with --url."));
        }

        return 1;
    }

    /// <summary>The ledger a person named, the usual one, or where that is not there yet the samples.</summary>
    public static ServedLedger? Open(string? named, bool demo, TextWriter errors)
    {
        if (demo) return ServedLedger.OfSamples();
        if (LedgerPlace.Choose(named, errors) is not { } place) return null;
        if (!string.IsNullOrEmpty(named) || File.Exists(place)) return new(place);
        errors.WriteLine($"{place}: found no ledger yet, so the invented samples are shown. Read a report into it with heliograph read FILE.");
        return ServedLedger.OfSamples();
    }

    private static void MakeFirst(TokenFile tokens, TimeProvider clock, TextWriter errors)
    {
        if (!tokens.All().IsEmpty) return;
        var token = tokens.Add("first", Right.Editor, clock.GetUtcNow());
        errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A token for editors was made, and is shown this once: {token}"));
        errors.WriteLine(Printable.Line($"Its hash is kept in {tokens.Path}. More, and readers': heliograph serve tokens add NAME --role reader, with the same --ledger."));
    }
}
