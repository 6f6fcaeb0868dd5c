using EngageBot.Charts.Drawing;

namespace EngageBot.Tests.Charts.Drawing;

public sealed class SvgWriterTests
{
    [Fact]
    public void Values_and_content_are_escaped()
    {
        var svg = new SvgWriter().Open("text").Set("id", "\"<&>'").Content("<b>&\"'\0\uffff\ud800").Close();

        Assert.Equal("<text id=\"&quot;&lt;&amp;&gt;&#39;\">&lt;b&gt;&amp;&quot;&#39;\ufffd</text>", svg.ToString());
    }

    [Theory]
    [InlineData(1.23456, "1.23")]
    [InlineData(-0.001, "0")]
    [InlineData(12000.5, "12000.5")]
    [InlineData(double.NaN, "0")]
    [InlineData(double.PositiveInfinity, "0")]
    public void Numbers_are_short_and_finite(double value, string expected) => Assert.Equal(expected, SvgWriter.Number(value));
}
