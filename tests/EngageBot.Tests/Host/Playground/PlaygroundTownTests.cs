using System.Diagnostics.CodeAnalysis;
using EngageBot.Host.Playground;
using EngageBot.Host.Web.Playground;
using EngageBot.History;
using EngageBot.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Host.Playground;

/// <summary>The real bot in a small town: somebody asks, time flies, somebody is asked in private and answers.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "It is: by IAsyncLifetime.")]
public sealed class PlaygroundTownTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly TextBook English = TextBook.In("en");

    private readonly string _history = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
    private readonly PlaygroundTown _town = new(Now);
    private readonly PlaygroundTalk _talk;
    private readonly PlaygroundDriver _driver;

    public PlaygroundTownTests()
    {
        _talk = new PlaygroundTalk(_town);
        _driver = new PlaygroundDriver(_town, _talk, TimeProvider.System, NullLogger.Instance);
    }

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_history, TownPast.Lines(Now));
        await _town.FillAsync(_history, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _town.DisposeAsync();
        File.Delete(_history);
    }

    [Fact]
    public async Task A_question_that_nobody_answers_is_brought_to_somebody_who_answers_it()
    {
        var post = Assert.Single(await _town.WaitingAsync(CancellationToken.None));
        var before = await ThinkAsync(post);
        Assert.True(before.IsOpen);
        Assert.Equal("Somebody who may know is asked in private", before.Next?.What);

        await JumpAsync();
        var ask = _town.World.Private(10)[0];
        var helper = ask.Channel[1..];
        Assert.NotEqual(IdOf("newcomer"), helper);
        Assert.Contains("wrote in private to", new PlaygroundTexts(English).Outcome(_driver.Outcome, _town.World), StringComparison.Ordinal);
        Assert.Contains((await ThinkAsync(post)).Done, step => step.What == $"Asked {_town.World.Member(helper)!.Name} in private");

        var will = ask.Buttons.Single(button => button.Id.Action == "will").Id.ToString();
        await _town.AskAsync(commands => commands.PressAsync(helper, ask.Number, will, CancellationToken.None), CancellationToken.None);
        Assert.Contains("👀", _town.World.Message(post)!.Reactions.Keys);
        Assert.Empty(_town.World.Message(ask.Number)!.Buttons);

        await _town.WriteAsync(helper, _town.World.Message(post)!.Channel, "slower and warmer", replyTo: post, thread: null, CancellationToken.None);
        Assert.DoesNotContain("👀", _town.World.Message(post)!.Reactions.Keys);
        Assert.Empty(await _town.WaitingAsync(CancellationToken.None));
        Assert.False((await ThinkAsync(post)).IsOpen);
    }

    [Fact]
    public async Task Members_who_act_by_themselves_do_as_they_are_asked()
    {
        var post = Assert.Single(await _town.WaitingAsync(CancellationToken.None));
        _talk.Switch(isOn: true);

        for (var jump = 0; jump < 12 && (await ThinkAsync(post)).IsOpen; jump++)
        {
            await JumpAsync();
        }

        Assert.False((await ThinkAsync(post)).IsOpen);
        Assert.Contains(_town.World.Channels.SelectMany(channel => _town.World.In(channel.Id, string.Empty, 1_000)), message => message.ReplyTo == post);
    }

    [Fact]
    public async Task A_post_left_alone_comes_to_the_board_and_leaves_it_when_it_is_answered()
    {
        var post = Assert.Single(await _town.WaitingAsync(CancellationToken.None));
        for (var jump = 0; jump < 6 && Board() is null; jump++)
        {
            await JumpAsync();
        }

        Assert.Contains("hull", Board()!.Text, StringComparison.Ordinal);
        await _town.WriteAsync(IdOf("ada"), _town.World.Message(post)!.Channel, "a raft", replyTo: post, thread: null, CancellationToken.None);
        await JumpAsync();
        Assert.DoesNotContain("hull", Board()?.Text ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_answered_to_whoever_asked_alone()
    {
        var channel = _town.World.Channels.Single(one => one.Name == "help").Id;

        await _town.AskAsync(commands => commands.TypeAsync(IdOf("bob"), channel, "/engage stats", CancellationToken.None), CancellationToken.None);

        Assert.Contains("Response rate", _town.World.In(channel, IdOf("bob"), 100)[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_town.World.In(channel, IdOf("ada"), 100), message => message.Author is null);
    }

    [Fact]
    public async Task What_is_for_moderators_is_refused_to_others_and_opens_a_form_to_them()
    {
        var channel = _town.World.Channels.Single(one => one.Name == "help").Id;
        Assert.True(_town.Cast[0].IsModerator);

        await _town.AskAsync(commands => commands.TypeAsync(_town.Cast[1].Id, channel, "/engage-mod rules", CancellationToken.None), CancellationToken.None);
        Assert.Contains("manage this community", _town.World.In(channel, _town.Cast[1].Id, 100)[^1].Text, StringComparison.Ordinal);

        await _town.AskAsync(commands => commands.TypeAsync(_town.Cast[0].Id, channel, "/engage-mod rules", CancellationToken.None), CancellationToken.None);
        var answer = _town.World.In(channel, _town.Cast[0].Id, 100)[^1];
        var form = await _town.AskAsync(commands => commands.PressAsync(_town.Cast[0].Id, answer.Number, answer.Buttons[0].Id.ToString(), CancellationToken.None), CancellationToken.None);
        Assert.NotNull(form.Form);
    }

    [Fact]
    public async Task Changed_rules_hold_at_once_also_for_what_waits_already()
    {
        var post = Assert.Single(await _town.WaitingAsync(CancellationToken.None));
        var before = await _town.NextDueAsync(CancellationToken.None);
        var quick = new Dictionary<string, string> { ["least"] = "1 min", ["most"] = "2 min", ["without"] = "2 min", ["board"] = "2 h", ["rest"] = "2 d" };
        await _town.AskAsync(commands => commands.SubmitAsync(_town.Cast[0].Id, "C001", "rules:waits:0", quick, CancellationToken.None), CancellationToken.None);
        Assert.True(await _town.NextDueAsync(CancellationToken.None) < before || (await ThinkAsync(post)).Done.Count > 0);
    }

    [Fact]
    public async Task Nobody_acts_for_another_or_where_he_may_not()
    {
        var post = Assert.Single(await _town.WaitingAsync(CancellationToken.None));
        await JumpAsync();
        var ask = _town.World.Private(10)[0];
        var other = _town.Cast.First(member => PlaygroundPlatform.ConversationWith(member.Id) != ask.Channel).Id;

        Assert.True((await _town.AskAsync(commands => commands.PressAsync(other, ask.Number, ask.Buttons[0].Id.ToString(), CancellationToken.None), CancellationToken.None)).IsRefused);
        Assert.False(await _town.DeleteAsync(other == IdOf("newcomer") ? IdOf("ada") : other, post, CancellationToken.None));
        Assert.Null(await _town.WriteAsync(other, ask.Channel, "let me in", replyTo: null, thread: null, CancellationToken.None));
        Assert.Null(await _town.WriteAsync("U999", _town.World.Message(post)!.Channel, "who am I?", replyTo: null, thread: null, CancellationToken.None));
        Assert.False(await _town.ReactAsync(other, post, "<b>", CancellationToken.None));
    }

    [Fact]
    public async Task Time_stands_still_where_it_is_told_to()
    {
        _town.Clock.Speed = 0;

        await _driver.BeatAsync(TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.Equal(Now, _town.Clock.Now);
    }

    [Fact]
    public async Task A_file_that_is_no_history_is_said_so()
    {
        await using var empty = new PlaygroundTown(Now);
        await File.WriteAllTextAsync(_history, "no history");

        await Assert.ThrowsAsync<HistoryException>(() => empty.FillAsync(_history, CancellationToken.None));
    }

    private async Task JumpAsync()
    {
        _driver.JumpToNext();
        for (var beat = 0; beat < 2_000 && _driver.IsJumping; beat++)
        {
            await _driver.BeatAsync(TimeSpan.Zero, CancellationToken.None);
        }

        Assert.False(_driver.IsJumping);
    }

    private async Task<PlaygroundOpinion> ThinkAsync(long post) =>
        (await new PlaygroundView(new PlaygroundStage(_town, _driver, _talk), English).OpinionAsync(post, CancellationToken.None))!;

    private PlaygroundMessage? Board() => _town.World.In("C999", string.Empty, 10) is [.., var last] ? last : null;

    private string IdOf(string name) => _town.World.Members.Single(member => member.Name == name).Id;
}
