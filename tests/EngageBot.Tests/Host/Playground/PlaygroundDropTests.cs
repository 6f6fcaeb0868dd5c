using System.Text;
using EngageBot.History;
using EngageBot.Host.Playground;

namespace EngageBot.Tests.Host.Playground;

public sealed class PlaygroundDropTests : IDisposable
{
    private readonly PlaygroundDrop _drop = new(key: null, TimeProvider.System);

    [Theory]
    [InlineData("export.zip", "export.zip")]
    [InlineData("../../etc/passwd.json", "passwd.json")]
    [InlineData("..\\..\\a b<c>.JSONL", "abc.jsonl")]
    [InlineData(".log", "history.log")]
    public void Of_its_name_only_what_is_harmless_is_used(string name, string expected) => Assert.Equal(expected, PlaygroundDrop.SafeName(name));

    [Theory]
    [InlineData("page.html")]
    [InlineData("")]
    public void Of_other_endings_it_takes_nothing(string name) => Assert.Throws<HistoryException>(() => PlaygroundDrop.SafeName(name));

    [Fact]
    public async Task A_history_gives_its_report_and_its_card_and_nothing_stays()
    {
        var lines = """
            {"id":"1","channel":"help","author":"<script>alert(1)</script>","at":"2026-01-05T12:00:00Z","text":"how do I open it?"}
            {"id":"2","channel":"help","author":"bob","at":"2026-01-05T12:10:00Z","text":"with a key","replyTo":"1"}
            """;

        await TakeAsync(lines, "chat.jsonl");
        var folder = Path.GetDirectoryName(_drop.History)!;
        Assert.DoesNotContain("<script>alert", await File.ReadAllTextAsync(_drop.Report!), StringComparison.Ordinal);
        Assert.True(File.Exists(_drop.Card));

        await Assert.ThrowsAsync<HistoryException>(() => TakeAsync("no history", "chat.jsonl"));
        Assert.True(File.Exists(_drop.Report)); // What was read before stays.
        _drop.Dispose();
        Assert.False(Directory.Exists(folder));
    }

    public void Dispose() => _drop.Dispose();

    private async Task TakeAsync(string content, string name)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await _drop.TakeAsync(stream, name, CancellationToken.None);
    }
}
