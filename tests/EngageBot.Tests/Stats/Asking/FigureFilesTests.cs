using System.Text;
using System.Text.Json;
using EngageBot.Stats.Asking;
using EngageBot.TestKit;

namespace EngageBot.Tests.Stats.Asking;

public sealed class FigureFilesTests
{
    private static readonly ExportedFigure[] Figures =
    [
        new(TestTime.Noon.AddDays(-1), TestTime.Noon, "response_rate", 0.5),
        new(TestTime.Noon.AddDays(-1), TestTime.Noon, "asking_effect", -0.125),
        new(TestTime.Noon.AddDays(-1), TestTime.Noon, "people", null) { Note = ExportedFigure.Few },
    ];

    [Theory]
    [InlineData("people", "people")]
    [InlineData("", "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    public void A_cell_is_never_a_formula_and_never_two(string text, string cell) => Assert.Equal(cell, FigureFiles.Cell(text));

    [Fact]
    public void A_table_has_a_row_for_each_figure_and_numbers_stay_numbers() => Assert.Equal(
        "from,to,figure,value,note\r\n"
        + "2026-01-04T12:00:00Z,2026-01-05T12:00:00Z,response_rate,0.5,\r\n"
        + "2026-01-04T12:00:00Z,2026-01-05T12:00:00Z,asking_effect,-0.125,\r\n"
        + "2026-01-04T12:00:00Z,2026-01-05T12:00:00Z,people,,fewer_than_five\r\n",
        Encoding.UTF8.GetString(FigureFiles.Csv(Figures)));

    [Fact]
    public void Programs_read_the_same_rows()
    {
        using var read = JsonDocument.Parse(FigureFiles.Json(Figures));
        var rows = read.RootElement.GetProperty("figures").EnumerateArray().ToList();
        Assert.Equal(["response_rate", "asking_effect", "people"], rows.Select(row => row.GetProperty("figure").GetString()));
        Assert.Equal(-0.125, rows[1].GetProperty("value").GetDouble());
        Assert.Equal((JsonValueKind.Null, "fewer_than_five"), (rows[2].GetProperty("value").ValueKind, rows[2].GetProperty("note").GetString()));
    }
}
