using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

public class DateTextTests
{
    [Theory]
    [InlineData("2021-08-17"), InlineData(" 2021-08-17\n"), InlineData("2021-08-17T23:59:59Z"), InlineData("2021-08-17T00:10+05:00")]
    [InlineData("2021-08-17 10:00"), InlineData("2021-08-17T10:00:00.123456-0430"), InlineData("2021-08-17T23:59:60Z")]
    public void Reads_the_date_as_it_is_written(string text)
    {
        Assert.True(DateText.TryParse(text, out var date));
        Assert.Equal(new DateOnly(2021, 8, 17), date);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("yesterday"), InlineData("17/08/2021"), InlineData("2021-8-17"), InlineData("2021-02-30")]
    [InlineData("0000-01-01"), InlineData("2021-08-17T25:00"), InlineData("2021-08-17x"), InlineData("2021-08-17T10:00:00."), InlineData("2021-08-17T10:00+")]
    public void Refuses_what_is_no_date(string? text)
    {
        Assert.False(DateText.TryParse(text, out var date));
        Assert.Equal(default, date);
    }
}
