using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Benchmarks;

/// <summary>Says how well copies are told from other texts: which pairs of a corpus it takes for copies, and how many made ones it finds.</summary>
/// <remarks>
/// <c>dotnet run -c Release --project test/Heliograph.Benchmarks -- copies FILE [show]</c>; of JSON Lines with a <c>text</c> each, or of plain text with an empty
/// line between two. With <c>show</c> it prints the beginnings of every pair, to be judged by eye.
/// </remarks>
internal static class CopyScores
{
    private const int FewestWords = 60; // of the texts that copies are made of
    private const int MostMade = 2000;

    private static readonly string[] Boilerplate =
        "this story was first printed by the north wire and is used here with leave all rights are reserved sign up for our letter and follow us for more news from the region read more about us our team our rules and how to write to the desk".Split(' ');

    // Share cut off the end, words put before and behind, and one word in how many is another
    private static readonly (string Name, double Cut, int Added, int Garbled)[] Kinds =
    [
        ("cut by 30 %", 0.3, 0, 0), ("cut by 40 %", 0.4, 0, 0), ("40 words before and behind", 0, 40, 0), ("1 word in 30 garbled", 0, 0, 30),
        ("1 word in 20 garbled", 0, 0, 20), ("cut by 20 %, 40 words added, 1 in 50 garbled", 0.2, 40, 50), ("cut by 30 %, 40 words added, 1 in 30 garbled", 0.3, 40, 30),
    ];

    public static int Run(string path, bool shows)
    {
        var texts = Texts(path).ToList();
        var watch = Stopwatch.StartNew();
        var wordings = texts.Select(Wording.Of).OfType<Wording>().ToList();
        var sketches = wordings.Select(TextSketch.Of).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{texts.Count:N0} texts, {sketches.Average(sketch => sketch.Shingles):N0} shingles each on average, {watch.Elapsed.TotalMicroseconds / texts.Count:N0} µs for a sketch"));

        var byKey = sketches.SelectMany((sketch, i) => sketch.Keys().Select(key => (Key: key, Number: i))).ToLookup(one => one.Key, one => one.Number);
        var met = Enumerable.Range(0, sketches.Count).SelectMany(i => sketches[i].Keys().SelectMany(key => byKey[key]).Where(other => other > i).Distinct().Select(other => (One: i, Other: other))).ToList();
        var near = met.Where(pair => sketches[pair.One].MayBeCopy(sketches[pair.Other])).ToList();
        watch.Restart();
        var copies = near.Where(pair => wordings[pair.One].IsCopy(wordings[pair.Other])).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{near.Count:N0} pairs are near by their sketches, {watch.Elapsed.TotalMicroseconds / Math.Max(1, near.Count):N0} µs to compare one"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{met.Count:N0} pairs share a key, {2.0 * met.Count / texts.Count:N1} for each text; {copies.Count:N0} are taken for copies"));
        foreach (var (one, other) in shows ? near : [])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(wordings[one].IsCopy(wordings[other]) ? "copy" : "    ")} {wordings[one].Resemblance(wordings[other]):0.00} {wordings[one].Containment(wordings[other]):0.00} {sketches[one].Shingles} {sketches[other].Shingles}\n  {Beginning(texts[one])}\n  {Beginning(texts[other])}"));
        }

        var sources = texts.Where(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords).Take(MostMade).ToList();
        Console.WriteLine("| made copies | found | of those of 200 words or more |");
        Console.WriteLine("|---|---|---|");
        var random = new Random(1);
        foreach (var kind in Kinds)
        {
            var found = sources.Select(text => (IsLong: text.Split(' ').Length >= 200, IsFound: IsFound(text, Made(text, kind, random)))).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind.Name} | {Share(found):P1} | {Share([.. found.Where(one => one.IsLong)]):P1} |"));
        }

        return 0;
    }

    private static double Share(List<(bool IsLong, bool IsFound)> found) => found.Count(one => one.IsFound) / (double)Math.Max(1, found.Count);

    private static bool IsFound(string text, string copy)
    {
        var (one, other) = (Wording.Of(text)!, Wording.Of(copy)!);
        var (sketch, against) = (TextSketch.Of(one), TextSketch.Of(other));
        return one.IsCopy(other) && sketch.MayBeCopy(against) && sketch.Keys().Intersect(against.Keys()).Any();
    }

    private static string Made(string text, (string Name, double Cut, int Added, int Garbled) kind, Random random)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Take((int)(words.Length * (1 - kind.Cut)))
            .Select(word => kind.Garbled > 0 && random.Next(kind.Garbled) == 0 ? $"{word[..^1]}q{word[^1]}" : word);
        return string.Join(' ', [.. Boilerplate.Take(kind.Added / 2), .. kept, .. Boilerplate.Skip(kind.Added / 2).Take(kind.Added - (kind.Added / 2))]);
    }

    private static IEnumerable<string> Texts(string path)
    {
        if (!path.EndsWith(".jsonl", StringComparison.Ordinal)) return File.ReadAllText(path).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return File.ReadLines(path).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("text").GetString()!;
        });
    }

    private static string Beginning(string text) => text[..Math.Min(text.Length, 150)].Replace('\n', '/') + " … " + text.Substring(text.Length / 2, Math.Min(60, text.Length / 2)).Replace('\n', '/');
}
