using System.Buffers.Binary;
using System.IO.Compression;
using static EngageBot.Tests.History.TemporaryHistory;

namespace EngageBot.Tests.History.Files;

public sealed class ZipFilesTests
{
    private const string Line = """{"id":1,"channel":"c","author":"ada","at":"2026-01-01T00:00:00Z","text":"hi"}""";

    [Theory]
    [InlineData("../outside.jsonl")]
    [InlineData("a/../../outside.jsonl")]
    [InlineData("..\\outside.jsonl")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\outside.jsonl")]
    [InlineData("\\\\server\\outside.jsonl")]
    public async Task A_path_that_leads_out_of_the_zip_is_refused(string name)
    {
        using var history = new TemporaryHistory();

        Assert.Contains("a path that leads out of it", await FaultAsync(history.Zip("x.zip", ("a.jsonl", Line), (name, Line))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_unpacks_to_a_thousand_times_its_size_is_refused()
    {
        using var history = new TemporaryHistory();
        var path = Path.Combine(history.Folder, "bomb.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            await using var entry = await zip.CreateEntry("a.jsonl", CompressionLevel.SmallestSize).OpenAsync();
            var nothing = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 110; megabyte++)
            {
                await entry.WriteAsync(nothing);
            }
        }

        Assert.Contains("unpacks to more than 1000 times its size; refused", await FaultAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_64_gigabytes_are_refused()
    {
        using var history = new TemporaryHistory();
        var path = history.Zip("x.zip", [.. Enumerable.Range(0, 20).Select(n => ($"{n}.jsonl", Line))]);
        var bytes = await File.ReadAllBytesAsync(path);
        foreach (var at in CentralHeaders(bytes))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 20), 0xFFFFFF00);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 0xFFFFFF00);
        }

        Assert.Contains("holds more than 64 GB; refused", await FaultAsync(history.Write("y.zip", bytes)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task A_truncated_zip_is_refused(double part)
    {
        using var history = new TemporaryHistory();
        var bytes = await File.ReadAllBytesAsync(history.Zip("whole.zip", ("a.jsonl", Line), ("b/c.jsonl", Line)));

        Assert.Equal("cut.zip: is damaged, truncated or of an unknown kind", (await FaultAsync(history.Write("cut.zip", bytes[..(int)(bytes.Length * part)])))[history.Folder.Length..].TrimStart('/', '\\'));
    }

    [Fact]
    public async Task A_damaged_entry_is_refused()
    {
        using var history = new TemporaryHistory();
        var bytes = await File.ReadAllBytesAsync(history.Zip("whole.zip", ("a.jsonl", string.Concat(Enumerable.Repeat(Line + "\n", 50)))));
        bytes.AsSpan(40, 40).Fill(0xFF);

        Assert.StartsWith("a.jsonl", await FaultAsync(history.Write("damaged.zip", bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_twice_is_refused()
    {
        using var history = new TemporaryHistory();

        Assert.Contains("holds a.jsonl twice", await FaultAsync(history.Zip("x.zip", ("a.jsonl", Line), ("a.jsonl", Line))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_mac_puts_into_zips_is_passed_over()
    {
        using var history = new TemporaryHistory();
        var zip = history.Zip("x.zip", ("chat.jsonl", Line), ("__MACOSX/._chat.jsonl", "\0\0"), (".DS_Store", "\0"));

        Assert.Empty(Skipped(await ReadAsync(zip)));
    }

    [Fact]
    public async Task A_colon_within_a_name_is_no_drive()
    {
        using var history = new TemporaryHistory();

        Assert.Empty(Skipped(await ReadAsync(history.Zip("x.zip", ("chat: all.jsonl", Line)))));
    }

    [Fact]
    public async Task An_empty_zip_is_refused()
    {
        using var history = new TemporaryHistory();

        Assert.Equal("x.zip: is empty", await FaultAsync(history.Zip("x.zip")));
    }

    private static IEnumerable<int> CentralHeaders(byte[] zip)
    {
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            yield return at;
            var next = zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
    }
}
