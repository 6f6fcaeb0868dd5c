using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox;

/// <summary>What happens in a <see cref="VisibleWorld"/>: people write, answer, promote, come back, press and ask, in any channel and in any order.</summary>
internal sealed class VisibleLife(VisibleWorld world)
{
    private static readonly string[] ForModerators = ["log", "queue", "setup", "helpers"];

    private readonly LiveStory _story = world.Story;
    private readonly Random _random = world.Random;
    private long _number = 1000;

    public async Task StepAsync()
    {
        var (member, place) = (Any(VisibleWorld.Members), Any(VisibleWorld.Places));
        var what = _random.Next(20);
        switch (what)
        {
            case < 4:
                await WriteAsync($"how do I open the {VisibleWorld.WordOf(place)} box number {_number}?", _random.Next(3) == 0 ? member : $"author{_number}", place);
                break;
            case < 6:
                await world.AdmitAsync(place, isPrivate: VisibleWorld.IsUsuallyPrivate(place) ? _random.Next(4) > 0 : _random.Next(4) == 0);
                break;
            case 6:
                await _story.HappenAsync(new MessageEdited(TestTime.Community, _story.Clock.GetUtcNow(), TestTime.Channel(place)) { Id = new MessageId(_random.NextInt64(1000, _number + 1)), Text = $"how do I close the {VisibleWorld.WordOf(place)} box then?" });
                break;
            case < 9:
                await PressAsync(member);
                break;
            case < 11:
                await AskAsync(member, place);
                break;
            default:
                await GoOnAsync(what, member, place);
                break;
        }

        if (_random.Next(4) == 0 && world.IsPrivate(place))
        {
            world.Turn(_random.Next(4) == 0 ? VisibleWorld.Moderator : member, place);
        }

        await _story.PassAsync(_random.Next(1, 8));
    }

    private async Task GoOnAsync(int what, string member, string place)
    {
        switch (what)
        {
            case < 13:
                await ModerateAsync();
                break;
            case 13:
                await AskBackAsync(member, place);
                break;
            case 14:
                await PromoteAsync(member, place);
                break;
            case 15:
                await WriteAsync($"this community is terrible, the moderators of {VisibleWorld.WordOf(place)} are incompetent and never listen to anybody here", $"author{_number}", place);
                break;
            case 16:
                await IntroduceAsync(place);
                break;
            case 17:
                await HelpAsync(place);
                break;
            default:
                await _story.SkipAsync(TimeSpan.FromHours(_random.Next(1, 30)));
                break;
        }
    }

    private async Task WriteAsync(string text, string author, string place, long? replyTo = null)
    {
        if (VisibleWorld.Members.Contains(author) && !world.CanRead(author, place))
        {
            return; // Nobody writes where he cannot read.
        }

        world.Note(author, place);
        var message = A.Message(text).Id(++_number).By(author).In(place);
        message = replyTo is { } parent ? message.ReplyingTo(parent) : message;
        await _story.WriteAsync(place == "help" ? message.InThread(replyTo ?? _number) : message);
    }

    private async Task PressAsync(string member)
    {
        if (_story.Platform.Standing.LastOrDefault(sent => sent.To == TestTime.Member(member) && sent.Buttons.Count > 0) is { } asked)
        {
            world.Look(member, await _story.PressAsync(member, asked.Buttons[_random.Next(2) == 0 ? 0 : _random.Next(asked.Buttons.Count)].Id));
        }
    }

    private async Task AskAsync(string member, string place)
    {
        var asker = new Asker(TestTime.Community, TestTime.Member(member), _story.Clock.GetUtcNow()) { Name = member };
        var said = _story.Platform.Sent.Where(sent => sent.To is null || sent.To == TestTime.Member(member)).ToList();
        CommandRequest request = _random.Next(6) switch
        {
            0 => new CommandRequest.Typed(asker, "privacy") { Options = new Dictionary<string, string> { ["action"] = "export" } },
            1 => new CommandRequest.Typed(asker, "introduce"),
            2 => new CommandRequest.Typed(asker, "introduce") { Options = new Dictionary<string, string> { ["who"] = Any(VisibleWorld.Members) } },
            3 => new CommandRequest.Typed(asker with { ManagesCommunity = true, Channel = TestTime.Channel(place) }, "log"),
            4 when said.Count > 0 => new CommandRequest.OnMessage(asker, "why", said[_random.Next(said.Count)].Place),
            _ => new CommandRequest.Typed(asker, "why"),
        };
        await world.AskAsync(member, request);
    }

    /// <summary>A moderator looks at something, or presses something that he is shown.</summary>
    private async Task ModerateAsync()
    {
        var shown = _story.Platform.Standing.Where(sent => sent.To is null && sent.Place.Channel == TestTime.Channel("mods")).SelectMany(sent => sent.Buttons).Where(button => button.Id.Action != "not").ToList();
        if (shown.Count > 0 && _random.Next(3) > 0)
        {
            world.Look(VisibleWorld.Moderator, await _story.ModerateAsync(shown[_random.Next(shown.Count)].Id));
            return;
        }

        var reply = _random.Next(5) == 0
            ? await _story.ModerateAsync(new ButtonId("setup", "fill", 0))
            : await _story.TypeAsync(VisibleWorld.Moderator, Any(ForModerators), isModerator: true);
        world.Look(VisibleWorld.Moderator, reply);
        if (reply is CommandReply.Says { Buttons: [{ Id.Command: "queue" } next, ..] })
        {
            world.Look(VisibleWorld.Moderator, await _story.ModerateAsync(next.Id));
        }
    }

    /// <summary>A member asks, is asked back, is seen elsewhere, and a day passes.</summary>
    private async Task AskBackAsync(string member, string place)
    {
        await WriteAsync($"how do I lock the {VisibleWorld.WordOf(place)} box number {_number}?", member, place);
        await WriteAsync("which box do you mean?", "zoe", place, replyTo: _number);
        await _story.PassAsync(1);
        await WriteAsync("good morning", member, "board");
        await _story.SkipAsync(TimeSpan.FromHours(25));
        await MaybeAdmitAsync(place);
        await _story.SkipAsync(TimeSpan.FromMinutes(6));
    }

    /// <summary>A member who knows printers promotes, in two places; moderators call it promotion, and somebody asks about printers.</summary>
    private async Task PromoteAsync(string member, string place)
    {
        await WriteAsync("the new printer driver works with my old printer", member, "board");
        await WriteAsync("that printer driver prints in colour too", member, "board");
        foreach (var one in (string[])[Any(VisibleWorld.Places), place])
        {
            await WriteAsync($"Big sale in our {VisibleWorld.WordOf(one)} shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref={member}", member, one);
            await _story.SkipAsync(TimeSpan.FromMinutes(8));
            await MaybeAdmitAsync(one);
            await _story.SkipAsync(TimeSpan.FromMinutes(4));
        }

        await WriteAsync($"which printer driver do you use for the old {VisibleWorld.WordOf(place)} printer?", "tim", place);
        await PressInModsAsync("accept");
        await _story.SkipAsync(TimeSpan.FromMinutes(6));
        await PressInModsAsync("send");
    }

    /// <summary>Two members write about the same, find each other, and are asked days later what came of it.</summary>
    private async Task IntroduceAsync(string place)
    {
        await TalkAsync(place);
        var (one, other) = (Any(VisibleWorld.Members), Any(VisibleWorld.Members));
        world.Look(one, await _story.TypeAsync(one, "introduce", options: new Dictionary<string, string> { ["who"] = other }));
        for (var second = 0; second < 8; second++)
        {
            await _story.PassAsync(1);
            await PressInModsAsync("send");
            if (_story.Platform.Standing.LastOrDefault(sent => sent.To == TestTime.Member(other) && sent.Buttons.Any(button => button.Id.Action == "yes")) is { } asked)
            {
                world.Look(other, await _story.PressAsync(other, asked.Buttons.First(button => button.Id.Action == "yes").Id));
            }
        }

        await MaybeAdmitAsync(place);
        await _story.SkipAsync(TimeSpan.FromDays(3.1));
        await _story.PassAsync(2);
    }

    private async Task PressInModsAsync(string action)
    {
        var buttons = _story.Platform.Standing.Where(sent => sent.To is null && sent.Place.Channel == TestTime.Channel("mods")).SelectMany(sent => sent.Buttons);
        foreach (var button in buttons.Where(button => button.Id.Action == action).ToList())
        {
            world.Look(VisibleWorld.Moderator, await _story.ModerateAsync(button.Id));
        }
    }

    /// <summary>Two members write about the same.</summary>
    private async Task TalkAsync(string place)
    {
        await WriteAsync($"my {VisibleWorld.WordOf(place)} telescope shows distant galaxies tonight", Any(VisibleWorld.Members), place);
        await WriteAsync($"the galaxies look blurred in my {VisibleWorld.WordOf(place)} telescope", Any(VisibleWorld.Members), place);
    }

    /// <summary>Somebody who was asked answers, and is thanked.</summary>
    private async Task HelpAsync(string place)
    {
        await WriteAsync($"how do I paint the {VisibleWorld.WordOf(place)} box number {_number}?", "zed", place);
        var post = _number;
        await _story.PassAsync(13);
        if (_story.Platform.Standing.LastOrDefault(sent => sent.To is not null && sent.Text.Contains($"/{place}/{post}", StringComparison.Ordinal)) is not { To: { } helper })
        {
            return;
        }

        world.Look(helper.Value, await _story.PressAsync(helper.Value, "will"));
        await _story.PassAsync(2);
        await WriteAsync("with a brush, of course", helper.Value, place, replyTo: post);
        await _story.PassAsync(2);
        await WriteAsync("thanks, that is it", "zed", place, replyTo: _number);
        await MaybeAdmitAsync(place);
        await _story.SkipAsync(TimeSpan.FromMinutes(6));
    }

    private Task MaybeAdmitAsync(string place) => _random.Next(3) == 0 ? world.AdmitAsync(place, isPrivate: _random.Next(2) == 0) : Task.CompletedTask;

    private string Any(IReadOnlyList<string> some) => some[_random.Next(some.Count)];
}
