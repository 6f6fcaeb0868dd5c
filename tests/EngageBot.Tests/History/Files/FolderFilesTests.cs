using EngageBot.Chat;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History.Files;

public sealed class FolderFilesTests
{
    private const string Log = "[10:00] <ada> hi\n";

    [Fact]
    public async Task Links_to_files_are_followed_and_links_to_folders_are_not()
    {
        using var history = new TemporaryHistory();
        using var elsewhere = new TemporaryHistory();
        history.Write("2026-01-01.txt", Log);
        File.CreateSymbolicLink(Path.Combine(history.Folder, "2026-01-02.txt"), elsewhere.Write("log.txt", Log + Log));
        Directory.CreateSymbolicLink(Path.Combine(history.Folder, "round"), history.Folder);

        Assert.Equal(3, Events<MessageCreated>(await ReadAsync(history.Folder)).Count);
    }

    [Fact]
    public async Task A_link_to_nothing_is_an_empty_file()
    {
        using var history = new TemporaryHistory();
        history.Write("2026-01-01.txt", Log);
        File.CreateSymbolicLink(Path.Combine(history.Folder, "2026-01-02.txt"), Path.Combine(history.Folder, "gone.txt"));

        Assert.Equal(("2026-01-02.txt", "is no IRC log"), Assert.Single(Skipped(await ReadAsync(history.Folder)).Select(item => (item.Place, item.Reason))));
    }

    [Fact]
    public async Task What_may_not_be_read_is_refused()
    {
        using var history = new TemporaryHistory();
        var path = history.Write("2026-01-01.txt", Log);
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            // Root may read everything.
            return;
        }

        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Equal("2026-01-01.txt: may not be read, or is no file", await FaultAsync(history.Folder));
    }

    [Fact]
    public async Task Cancelling_stops_the_stream()
    {
        using var history = new TemporaryHistory();
        using var cancellation = new CancellationTokenSource();
        history.Write("2026-01-01.txt", Log);
        var reader = EngageBot.History.HistoryReaders.Open(history.Folder, new EngageBot.History.HistoryOptions());
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync(cancellation.Token))
            {
            }
        });
    }
}
