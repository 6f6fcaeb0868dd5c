using EngageBot.Reports;
using EngageBot.Reports.Html;

namespace EngageBot.Tests.Reports;

public sealed class ReportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engagebot-test-").FullName;

    [Fact]
    public async Task Files_are_written_whole_into_a_folder_that_need_not_exist()
    {
        var report = AReport.Full();
        var (page, card) = (Path.Combine(_folder, "new", "report.html"), Path.Combine(_folder, "card.html"));
        await ReportFiles.WriteHtmlAsync(report, page, CancellationToken.None);
        await ReportFiles.WriteCardAsync(report, card, CancellationToken.None);

        Assert.Equal(ReportPage.Of(report), await File.ReadAllTextAsync(page));
        Assert.Equal(CardPage.Of(report.Figures), await File.ReadAllTextAsync(card));
    }

    [Fact]
    public async Task What_cannot_be_finished_leaves_the_earlier_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(path, "earlier");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReportFiles.WriteHtmlAsync(AReport.Full(), path, new CancellationToken(canceled: true)));

        Assert.Equal("earlier", await File.ReadAllTextAsync(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
