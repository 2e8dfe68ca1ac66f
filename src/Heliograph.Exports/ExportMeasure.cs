using System.Collections.Immutable;

namespace Heliograph.Exports;

/// <summary>Writes exports into streams that only count.</summary>
/// <remarks>
/// A sample is written, and what it adds to an empty file, divided by its entries, is what each further entry costs. What grows slower
/// than the entries comes out somewhat too large: STIX names each identity once, Parquet packs columns the better the longer they are.
/// </remarks>
internal static class ExportMeasure
{
    public static ExportSize Exact(ExportFormat format, IEnumerable<ReportEntries> reports, ExportOptions options)
    {
        var (counts, bytes) = Written(format, reports, options, null);
        return new() { Format = format, Counts = counts, Bytes = bytes, IsExact = true };
    }

    public static ImmutableArray<ExportSize> Of(ImmutableArray<ExportFormat> formats, ExportSample sample, ExportOptions options)
    {
        var views = new Dictionary<object, ReportView>(ReferenceEqualityComparer.Instance);
        foreach (var told in sample.Reports) views.TryAdd(told, new(told, told.Entries));
        ReportView Look(ReportEntries told) => views[told];
        var sizes = new ExportSize[formats.Length];
        Parallel.For(0, formats.Length, i => sizes[i] = Of(formats[i], sample, options, Look));
        return [.. sizes];
    }

    private static ExportSize Of(ExportFormat format, ExportSample sample, ExportOptions options, Func<ReportEntries, ReportView> look)
    {
        var (counts, bytes) = Written(format, sample.Reports, options, look);
        var entries = Entries(sample.Reports);
        if (entries >= sample.Entries) return new() { Format = format, Counts = counts, Bytes = bytes, IsExact = true };

        // What a file has once, such as a header; what packs its columns has the less of them, the longer they are
        var once = format.Packs ? sample.Reports.Where((_, i) => i % 2 == 0).ToImmutableArray() : [];
        var (begin, more) = (Written(format, once, options, look).Bytes, entries - Entries(once));
        var further = (double)(sample.Entries - entries);
        return new()
        {
            Format = format,
            Counts = new(Whole(counts.Written), [.. counts.LeftOut.Select(left => (left.Reason, Whole(left.Count)))]),
            Bytes = Rounded(bytes + (bytes - begin) * further / Math.Max(1, more)),
            IsExact = false,
        };

        long Whole(long count) => Rounded((double)count * sample.Entries / Math.Max(1, entries));
    }

    private static (ExportCounts Counts, long Bytes) Written(
        ExportFormat format, IEnumerable<ReportEntries> reports, ExportOptions options, Func<ReportEntries, ReportView>? look)
    {
        var streams = new List<CountingStream>();
        var job = new ExportJob(reports, Open, options, look);
        format.Write(job);
        return (job.Counts(), streams.Sum(stream => stream.Length));

        CountingStream Open(string name)
        {
            streams.Add(new());
            return streams[^1];
        }
    }

    private static long Entries(ImmutableArray<ReportEntries> reports) => reports.Sum(told => (long)told.Entries.Length);

    // To two figures, so that nobody takes it for a count
    private static long Rounded(double number)
    {
        if (number < 100) return (long)Math.Round(number);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(number)) - 1);
        return (long)(Math.Round(number / unit) * unit);
    }
}
