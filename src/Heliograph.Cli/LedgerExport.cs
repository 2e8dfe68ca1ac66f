using System.Globalization;
using System.Text;
using Heliograph.Exports;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>Writes what a ledger holds in the formats that others load.</summary>
internal sealed class LedgerExport(LedgerStore ledger, Streams streams)
{
    /// <summary>The format for people, which only this program prints.</summary>
    public const string Text = "text";

    /// <summary>Exports, and tells on the stream of errors how much was written and what was left out.</summary>
    /// <returns>The exit status: 0, 1 where the output cannot be written, or 2 where the filter cannot be read or no folder is named.</returns>
    public int Run(ExportRequest request)
    {
        var (filter, error) = EntryFilter.Parse(request.Filter ?? "");
        if (filter is null) return Refuse($"--filter: {error} See heliograph ledger query --help.", ExitStatus.WrongUse);
        var chosen = Chosen(request, filter);
        if (request.DryRun) return Measured(request, chosen);
        if (request.Format == Text) return ToFile(request.Output, open => WriteText(chosen, open, request.Output is null && streams.IsColoured));

        var format = Export.Find(request.Format)!;
        var options = Options(request);
        ExportCounts Written(OpenFile open) => Export.Write(format, chosen, open, options);
        if (!format.IsFolder) return ToFile(request.Output, Written);
        return request.Output is { } folder
            ? ToFolder(folder, Written)
            : Refuse($"--output: found none, expected a folder for the files of the format {format.Name}. Name one with --output FOLDER.", ExitStatus.WrongUse);
    }

    // The same work as the export's, so the figures are exact
    private int Measured(ExportRequest request, IEnumerable<ReportEntries> chosen)
    {
        if (Export.Find(request.Format) is not { } format)
        {
            return Refuse($"--dry-run: found the format {request.Format}, expected one that others load. Name one with --format, see heliograph ledger export --help.", ExitStatus.WrongUse);
        }

        var size = Export.Measure(format, chosen, Options(request));
        streams.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{size.Rows} rows, {size.Bytes} bytes\n")));
        return Told(size.Counts, "dry run");
    }

    private ExportOptions Options(ExportRequest request)
    {
        var undated = new Lazy<IReadOnlyDictionary<string, DateTimeOffset>>(ledger.Undated);
        return new() { All = request.All, FirstRead = report => undated.Value.TryGetValue(report, out var at) ? at : null };
    }

    private IEnumerable<ReportEntries> Chosen(ExportRequest request, EntryFilter filter)
    {
        // The whole of a report is read, since its entries are told in statements that the filter need not ask for
        var found = request.Filter is null ? default : ledger.Ids(filter);
        var isWhole = request.Filter is null && request.Query.IsWhole;
        foreach (var stored in ledger.Read(new() { Report = request.Query.Report, Reports = found.Reports }))
        {
            var entries = stored.Entries.Where(entry =>
                (request.Query.Kind is not { } kind || entry.Kind == kind)
                && (request.Query.Type is not { } type || string.Equals(entry.Type, type, StringComparison.OrdinalIgnoreCase))
                && found.Entries?.Contains(UInt128.Parse(entry.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture)) != false);
            var chosen = new ReportEntries(stored.Report, [.. entries]) { All = stored.Entries };
            if (isWhole || !chosen.Entries.IsEmpty) yield return chosen;
        }
    }

    private static ExportCounts WriteText(IEnumerable<ReportEntries> chosen, OpenFile open, bool isColoured)
    {
        using var stream = open("ledger.txt");
        var output = new EntryOutput(stream, OutputFormat.Text, isColoured);
        var count = 0;
        foreach (var told in chosen)
        {
            output.Write(output.Render(told.Report, told.Entries, Passages.Paragraphs(told.Report.Text)));
            count += told.Entries.Length;
        }

        output.End();
        return new(count, []);
    }

    // Written beside it and renamed: a file is there whole or not at all
    private int ToFile(string? file, Func<OpenFile, ExportCounts> write)
    {
        if (file is null) return Told(write(_ => streams.Output));
        var beside = file + ".part";
        return Guarded(file, () => File.Delete(beside), () =>
        {
            var counts = write(_ => File.Create(beside));
            File.Move(beside, file, overwrite: true);
            return counts;
        });
    }

    private int ToFolder(string folder, Func<OpenFile, ExportCounts> write)
    {
        var name = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(name) || (Directory.Exists(name) && Directory.EnumerateFileSystemEntries(name).Any()))
        {
            return Refuse($"{folder}: found that it is there and not empty, expected room for a folder. Name another with --output, or take it away.");
        }

        var beside = name + ".part";
        return Guarded(folder, () => Remove(beside), () =>
        {
            Remove(beside);
            Directory.CreateDirectory(beside);
            var counts = write(file => File.Create(Path.Combine(beside, file)));
            if (Directory.Exists(name)) Directory.Delete(name);
            Directory.Move(beside, name);
            return counts;
        });

        static void Remove(string part)
        {
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        }
    }

    private int Guarded(string place, Action remove, Func<ExportCounts> write)
    {
        try
        {
            return Told(write());
        }
        catch (Exception e) when (e is IOException and not LedgerException or UnauthorizedAccessException)
        {
            Clean();
            return Refuse($"{place}: found that it cannot be written ({e.Message}), expected a place for the export. Name another with --output.");
        }
        catch
        {
            Clean();
            throw;
        }

        void Clean()
        {
            try
            {
                remove();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // what cannot be written cannot always be removed either; the next export does
            }
        }
    }

    private int Told(ExportCounts counts, string what = "export")
    {
        streams.Notes.WriteLine($"{what}: {counts}.");
        return 0;
    }

    private int Refuse(string message, int status = ExitStatus.SomeRefused)
    {
        streams.Errors.WriteLine(Printable.Line(message));
        return status;
    }
}
