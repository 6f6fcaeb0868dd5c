using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.TestKit;

namespace EngageBot.Tests.Members;

public sealed class ErasureKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engagebot-test-").FullName;

    private string File => Path.Combine(_folder, "keys", "engagebot.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_made_for_its_owner_alone_and_read_again()
    {
        var made = ErasureKey.At(File);
        made.Add(made.HmacOf(TestTime.Member("mallory")));
        var read = ErasureKey.At(File);

        Assert.Equal([made.HmacOf(TestTime.Member("mallory"))], read.Erased);
        Assert.Equal(made.Fingerprint, read.Fingerprint);
        Assert.DoesNotContain("mallory", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }

        read.Remove(read.HmacOf(TestTime.Member("mallory")));
        Assert.Empty(ErasureKey.Find(File)!.Erased);
    }

    [Fact]
    public void An_account_is_the_same_in_every_community_of_its_platform_and_under_one_key_only()
    {
        var key = ErasureKey.InMemory();
        var here = key.HmacOf(new MemberId(new CommunityId(Platform.Discord, "1"), "7"));
        Assert.Equal(here, key.HmacOf(new MemberId(new CommunityId(Platform.Discord, "2"), "7")));
        Assert.NotEqual(here, key.HmacOf(new MemberId(new CommunityId(Platform.Slack, "1"), "7")));
        Assert.NotEqual(here, ErasureKey.InMemory().HmacOf(new MemberId(new CommunityId(Platform.Discord, "1"), "7")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("c2hvcnQ=")]
    public void What_is_no_key_is_not_taken_for_one(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);
        Assert.Contains("put the right one back", Assert.Throws<DatabaseException>(() => ErasureKey.At(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_not_used_with_another_key()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await database.ExecuteAsync($"INSERT INTO erasures (hmac, at) VALUES ('{ErasureKey.InMemory().Fingerprint}', 1)");
        await using var pipeline = new TestPipeline(database);
        Assert.Contains("KeyPath", (await Assert.ThrowsAsync<DatabaseException>(() => pipeline.HandleAsync(A.Message("hello")))).Message, StringComparison.Ordinal);
    }
}
