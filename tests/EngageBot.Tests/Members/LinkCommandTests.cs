using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Outbox.Contact;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Members;

/// <summary>One person, two platforms: linked from both sides, and contacted as one.</summary>
public sealed partial class LinkCommandTests : IAsyncDisposable
{
    private static readonly TextBook English = TextBook.In("en");
    private static readonly CommunityId Guild = new(Platform.Discord, "guild");
    private static readonly CommunityId Workspace = new(Platform.Slack, "workspace");

    private TestDatabase? _database;
    private TestPipeline? _pipeline;
    private DateTimeOffset _now = TestTime.Noon;

    [Theory, EachEngine]
    public async Task Accounts_are_one_person_once_a_code_of_the_one_is_entered_on_the_other(TestEngine engine)
    {
        await StartAsync(engine);
        var code = await CodeAsync(Guild);

        Assert.Equal(English["link.done"], await LinkAsync(Workspace, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal(["1 | 1 | ada", "1 | 2 | ada"], await _database!.RowsAsync("SELECT person, platform, platform_id FROM linked_accounts ORDER BY platform"));
        Assert.Equal(English["link.wrong"], await LinkAsync(Workspace, code));

        Assert.Equal(English["link.off"], await LinkAsync(Guild, "off"));
        Assert.Equal(0, await _database.CountAsync("linked_accounts"));
    }

    [Theory, EachEngine]
    public async Task A_code_is_good_for_ten_minutes_on_the_other_platform_and_few_are_taken(TestEngine engine)
    {
        await StartAsync(engine);
        var code = await CodeAsync(Guild);
        Assert.Equal(English["link.wrong"], await LinkAsync(Guild, code, "bob"));
        _now += TimeSpan.FromMinutes(10);
        Assert.Equal(English["link.wrong"], await LinkAsync(Workspace, code));

        code = await CodeAsync(Guild);
        for (var guess = 0; guess < 3; guess++)
        {
            Assert.Equal(English["link.wrong"], await LinkAsync(Workspace, $"AAAA-AAA{guess}"));
        }

        Assert.Equal(English["link.slow"], await LinkAsync(Workspace, "AAAA-AAAA"));
        Assert.Equal(English["link.slow"], await LinkAsync(Workspace, code));
        Assert.Equal(0, await _database!.CountAsync("linked_accounts"));

        _now += TimeSpan.FromMinutes(10);
        Assert.Equal(English["link.done"], await LinkAsync(Workspace, await CodeAsync(Guild)));
    }

    [Theory, EachEngine]
    public async Task A_pause_an_opt_out_and_what_was_asked_count_for_all_his_accounts_once_they_are_linked(TestEngine engine)
    {
        await StartAsync(engine);
        await LiveAsync();
        var decision = await DecideAsync("ada");
        Assert.IsType<ContactDecision.Allowed>(decision);
        await ChooseAsync(new MemberChoice.Pauses(Workspace, _now, new MemberId(Workspace, "ada"), _now.AddDays(2)));
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync("ada"));

        await LinkAsync(Workspace, await CodeAsync(Guild));
        Assert.Equal(ContactReason.Paused, Assert.IsType<ContactDecision.Later>(await DecideAsync("ada")).Reason);

        await ChooseAsync(new MemberChoice.Pauses(Workspace, _now, new MemberId(Workspace, "ada"), Until: null));
        await _database!.ExecuteAsync(
            """
            INSERT INTO outbox (id, community, kind, channel, member, text, revision, state, reason, planned_at, sent_at, expires_at, attempts, subject)
            SELECT 1, m.community, 5, 0, m.id, '', 1, 3, '', @at, @at, 0, 0, 1 FROM members m JOIN communities k ON k.id = m.community WHERE k.platform = 2 AND m.platform_id = 'ada'
            """,
            new { at = _now.ToUnixTimeMilliseconds() });
        Assert.Equal(ContactReason.NudgedToday, Assert.IsType<ContactDecision.Later>(await DecideAsync("ada")).Reason);
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync("bob"));

        await ChooseAsync(new MemberChoice.LeavesOut(Workspace, _now, new MemberId(Workspace, "ada")));
        Assert.Equal(ContactReason.OptedOut, Assert.IsType<ContactDecision.Never>(await DecideAsync("ada")).Reason);
        Assert.Equal(English["link.left-out"], await LinkAsync(Workspace, "AAAA-AAAA"));
    }

    public async ValueTask DisposeAsync()
    {
        await (_pipeline?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task StartAsync(TestEngine engine)
    {
        _database = await TestDatabase.CreateAsync(engine);
        _pipeline = new TestPipeline(_database);
    }

    /// <summary>In the guild ada and bob agreed to be asked, and are known on the other platform too.</summary>
    private async Task LiveAsync()
    {
        foreach (var name in (string[])["ada", "bob"])
        {
            await ChooseAsync(new MemberChoice.Helps(Guild, _now, new MemberId(Guild, name), Topics: null));
            await ChooseAsync(new MemberChoice.Helps(Workspace, _now, new MemberId(Workspace, name), Topics: null));
        }

        await new CommunitySwitch(_database!.Source).GoLiveAsync(Guild, _now, CancellationToken.None);
    }

    private async Task<ContactDecision> DecideAsync(string member)
    {
        await using var session = new WriteSession(_database!.Source);
        await session.OpenAsync(CancellationToken.None);
        var book = new ContactBook(session, RulesBook.Fixed(new CommunityRules { AsksPerDay = 100, QuietHours = null }));
        var key = long.Parse((await _database.RowsAsync($"SELECT m.id FROM members m JOIN communities k ON k.id = m.community WHERE k.platform = 1 AND m.platform_id = '{member}'"))[0], System.Globalization.CultureInfo.InvariantCulture);
        return await book.DecideAsync(new ContactRequest(ContactKind.Ask, key), _now.ToUnixTimeMilliseconds(), CancellationToken.None);
    }

    private async Task<string> CodeAsync(CommunityId community) => Code().Match(await LinkAsync(community, code: null)).Value;

    private async Task<string> LinkAsync(CommunityId community, string? code, string member = "ada")
    {
        var options = code is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["code"] = code };
        var request = new CommandRequest.Typed(new Asker(community, new MemberId(community, member), _now += TimeSpan.FromSeconds(1)), "link") { Options = options };
        return Assert.IsType<CommandReply.Says>(await new LinkCommand(_database!.Source, (decision, _) => ChooseAsync(decision)).RunAsync(request, English, CancellationToken.None)).Text;
    }

    private Task ChooseAsync(ChatEvent decision) => _pipeline!.HandleAsync(decision);

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
