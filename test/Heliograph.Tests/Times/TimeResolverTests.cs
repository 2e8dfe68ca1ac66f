using System.Globalization;
using CsCheck;
using Heliograph.Times;

namespace Heliograph.Tests.Times;

public class TimeResolverTests
{
    private static readonly DateOnly Wednesday = new(2021, 8, 18);

    [Theory]
    [InlineData("on Sunday", TimeTense.Past, "2021-08-15", "2021-08-16", TimeGranularity.Day)]
    [InlineData("on Sunday", TimeTense.Future, "2021-08-22", "2021-08-23", TimeGranularity.Day)]
    [InlineData("on Wednesday", TimeTense.Past, "2021-08-18", "2021-08-19", TimeGranularity.Day)]
    [InlineData("last month", TimeTense.Past, "2021-07-01", "2021-08-01", TimeGranularity.Month)]
    [InlineData("last week", TimeTense.Past, "2021-08-09", "2021-08-16", TimeGranularity.Week)]
    [InlineData("three weeks ago", TimeTense.Past, "2021-07-26", "2021-08-02", TimeGranularity.Week)]
    [InlineData("next spring", TimeTense.Future, "2022-03-01", "2022-06-01", TimeGranularity.Season)]
    [InlineData("last spring", TimeTense.Past, "2021-03-01", "2021-06-01", TimeGranularity.Season)]
    [InlineData("since January", TimeTense.Past, "2021-01-01", "2021-08-19", TimeGranularity.Day)]
    [InlineData("the past three days", TimeTense.Past, "2021-08-15", "2021-08-19", TimeGranularity.Day)]
    [InlineData("in two weeks", TimeTense.Future, "2021-08-30", "2021-09-06", TimeGranularity.Week)]
    [InlineData("in the 1980s", TimeTense.Past, "1980-01-01", "1990-01-01", TimeGranularity.Decade)]
    public void Places_words_in_the_calendar(string words, TimeTense tense, string start, string end, TimeGranularity granularity) =>
        Assert.Equal(new TimeInterval(Day(start), Day(end), granularity), TimeResolver.Resolve(Expression(words), Wednesday, tense));

    [Theory]
    [InlineData("on Sunday")]
    [InlineData("last month")]
    [InlineData("since 2014")]
    [InlineData("on Aug. 15")]
    public void Places_nothing_relative_without_a_day_of_publication(string words) =>
        Assert.Null(TimeResolver.Resolve(Expression(words), null, TimeTense.Past));

    [Fact]
    public void Places_absolute_words_without_a_day_of_publication() =>
        Assert.Equal(new TimeInterval(new(2014, 1, 1), new(2015, 1, 1), TimeGranularity.Year), TimeResolver.Resolve(Expression("in 2014"), null, TimeTense.Unknown));

    [Theory]
    [InlineData("31 February")]
    [InlineData("Sunday 30 February 2021")]
    [InlineData("the year 0")]
    [InlineData("the year 99999")]
    [InlineData("the year 9999")]
    [InlineData("999999999999 years ago")]
    [InlineData("99999999999999999999999 years ago")]
    [InlineData("nine million centuries ago")]
    [InlineData("in ٢٠١٤")]
    [InlineData("in ２０１４")]
    [InlineData("480 BC")]
    [InlineData("08/09/2021")]
    [InlineData("Monday , 15 August 2021")]
    public void Leaves_what_no_calendar_has(string words) => Assert.Null(TimeResolver.Resolve(Expression(words), Wednesday, TimeTense.Past));

    [Fact]
    public void Leaves_a_weekday_where_no_tense_points()
    {
        Assert.Null(TimeResolver.Resolve(Expression("on Sunday"), Wednesday, TimeTense.Unknown));
        Assert.Null(TimeResolver.Resolve(Expression("on Sunday"), Wednesday, TimeTense.Present));
    }

    [Fact]
    public void Counts_on_from_a_time_told_before()
    {
        var before = new TimeInterval(new(2012, 5, 4), new(2012, 5, 5), TimeGranularity.Day);

        Assert.Equal(new(2012, 5, 5), TimeResolver.Resolve(Expression("the following day"), Wednesday, TimeTense.Past, before)?.Start);
        Assert.Equal(new(2010, 1, 1), TimeResolver.Resolve(Expression("two years earlier"), Wednesday, TimeTense.Past, before)?.Start);
        Assert.Null(TimeResolver.Resolve(Expression("the following day"), Wednesday, TimeTense.Past));
    }

    [Fact]
    public void Does_not_count_days_from_a_year()
    {
        var before = new TimeInterval(new(2012, 1, 1), new(2013, 1, 1), TimeGranularity.Year);

        Assert.Null(TimeResolver.Resolve(Expression("the following day"), Wednesday, TimeTense.Past, before));
    }

    [Fact]
    public void Ends_after_it_starts_on_borders_of_its_unit() => Any.Sample((text, day, tense) =>
    {
        foreach (var expression in TimeExpressions.Find(TimeText.Document(text)))
        {
            if (TimeResolver.Resolve(expression, day, tense) is not { } interval) continue;
            Assert.True(interval.Start < interval.End);
            Assert.True(IsBorder(interval.Start, interval.Granularity), $"{text}: {interval}");
            Assert.True(IsBorder(interval.End, interval.Granularity), $"{text}: {interval}");
        }
    }, iter: 3000);

    [Fact]
    public void Gives_the_same_each_time_in_every_culture() => Any.Sample((text, day, tense) =>
    {
        var culture = CultureInfo.CurrentCulture;
        var here = Resolve();
        try
        {
            CultureInfo.CurrentCulture = Strange;
            Assert.Equal(here, Resolve());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        List<TimeInterval?> Resolve() => [.. TimeExpressions.Find(TimeText.Document(text)).Select(one => TimeResolver.Resolve(one, day, tense))];
    }, iter: 300);

    private static CultureInfo Strange { get; } = new("")
    {
        NumberFormat = new() { NegativeSign = "~", NumberGroupSeparator = "-" },
        DateTimeFormat = new() { FirstDayOfWeek = DayOfWeek.Saturday, DateSeparator = "~" },
    };

    private static Gen<(string, DateOnly, TimeTense)> Any { get; } = Gen.Select(
        TimeExpressionsTests.Words,
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber),
        Gen.Int[0, 3].Select(number => (TimeTense)number));

    private static bool IsBorder(DateOnly day, TimeGranularity granularity) => granularity switch
    {
        TimeGranularity.Day => true,
        TimeGranularity.Week => day.DayOfWeek == DayOfWeek.Monday,
        TimeGranularity.Month => day.Day == 1,
        TimeGranularity.Season => day is { Day: 1, Month: 3 or 6 or 9 or 12 },
        TimeGranularity.Quarter => day is { Day: 1, Month: 1 or 4 or 7 or 10 },
        TimeGranularity.Year => day.DayOfYear == 1,
        TimeGranularity.Decade => day.DayOfYear == 1 && day.Year % 10 == 0,
        _ => day.DayOfYear == 1 && day.Year % 100 == 1,
    };

    private static TimeExpression Expression(string words) => Assert.Single(TimeExpressions.Find(TimeText.Document($"Rebels fell_VBD {words}")));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
