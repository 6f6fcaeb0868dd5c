using System.Globalization;
using System.Text.RegularExpressions;
using EngageBot.Commands;
using EngageBot.Nudges;
using EngageBot.Simulation.Model;
using EngageBot.TestKit;

namespace EngageBot.Simulation.Bots;

/// <summary>What members do about what the product shows them: agree to be asked, read, press a button, answer, look at the board. They follow the links that they are shown.</summary>
internal sealed partial class Helpers(World world, ProductBot bot)
{
    private readonly Dictionary<long, FakeMessage> _shown = [];
    private readonly HashSet<long> _onBoard = [];
    private readonly HashSet<long> _seen = [];
    private readonly Promises _promises = new(world, bot.Rules);

    private Habits Habits => world.Habits;

    public IReadOnlyList<string> Broken => _promises.Broken;

    /// <summary>Whether the bot said anything about a post.</summary>
    public bool HaveSeen(long post) => _seen.Contains(post);

    public void Begin()
    {
        bot.Platform.Shown = Shown;
        foreach (var resident in world.Residents)
        {
            if (resident.Person.SignsUpAt is { } at)
            {
                world.At(at, stop => AgreeAsync(resident, stop));
            }

            PlanLooks(resident);
        }
    }

    private async Task AgreeAsync(Resident resident, CancellationToken cancellationToken)
    {
        if (resident.IsHere(world.Now) && (!resident.Person.IsNewcomer || resident.CameBack))
        {
            resident.Helps = true;
            await bot.AskedForAsync(
                asker => new CommandRequest.Typed(asker, "helper")
                {
                    Options = new Dictionary<string, string> { ["state"] = "on", ["topics"] = Wording.Interests(resident.Person.Topics) },
                },
                resident.Person,
                cancellationToken);
        }
    }

    /// <summary>The bot says something, or changes what it said.</summary>
    private void Shown(FakeMessage message)
    {
        var isNew = !_shown.ContainsKey(message.OutboxId!.Value);
        _shown[message.OutboxId.Value] = message;
        if (message.To is { } member)
        {
            if (isNew)
            {
                Tell(world.Residents[int.Parse(member.Value.AsSpan(1), CultureInfo.InvariantCulture)], message);
            }
        }
        else if (message.ReplyTo is { } under)
        {
            if (isNew)
            {
                Reply(world.Find(under.Number)!);
            }
        }
        else
        {
            ShowBoard(message, isNew);
        }
    }

    private void Tell(Resident resident, FakeMessage message)
    {
        if (message.Buttons.Any(button => button.Id.Command == AskTexts.Command))
        {
            Ask(resident, PostsIn(message.Text).Single(), message.OutboxId!.Value);
            return;
        }

        // Word of a reply to him, or that he helped.
        _promises.Told(resident, asksForSomething: message.Buttons.Count > 0);
        bot.Said.Private++;
        bot.Said.Notified++;
        if (world.Nerves.Meets(resident, Habits[HabitName.PrivateWeight], world.Now) && world.HasEnough(resident))
        {
            bot.Platform.Closed.Add(TestTime.Member(resident.Person.Name));
        }
    }

    private void Ask(Resident resident, Post post, long ask)
    {
        _promises.Asked(resident, post);
        _seen.Add(post.Id.Number);
        bot.Said.Private++;
        bot.Said.Notified++;
        var (who, what) = (resident.Person, post.Plan);
        var minutes = Habits[HabitName.ReadDelay] * Math.Exp(Chance.Normal(Habits.Seed, Drawn.Reads, who.Number, what.Number));
        world.At(who.Awake(world.Now.AddMinutes(minutes), 0.5), stop => ReadAsync(resident, post, ask, stop));
    }

    private async Task ReadAsync(Resident resident, Post post, long ask, CancellationToken cancellationToken)
    {
        if (!resident.IsHere(world.Now))
        {
            return;
        }

        var chance = world.Answering.Asked(resident.Person, post.Plan, world.Nerves.Freshness(resident, world.Now));
        if (world.Nerves.Meets(resident, Habits[HabitName.PrivateWeight], world.Now))
        {
            await EndAsync(resident, ask, cancellationToken);
        }
        else if (post.AnsweredAt is null)
        {
            await DecideAsync(resident, post, ask, chance, cancellationToken);
        }
    }

    /// <summary>He has enough: he goes, or says that he is not to be asked any more.</summary>
    private async Task EndAsync(Resident resident, long ask, CancellationToken cancellationToken)
    {
        if (world.HasEnough(resident))
        {
            bot.Platform.Closed.Add(TestTime.Member(resident.Person.Name));
        }
        else if (!await PressAsync(resident, ask, AskTexts.Stop, cancellationToken))
        {
            await bot.AskedForAsync(
                asker => new CommandRequest.Typed(asker, "helper") { Options = new Dictionary<string, string> { ["state"] = "off" } }, resident.Person, cancellationToken);
            resident.Helps = false;
        }
    }

    private async Task DecideAsync(Resident resident, Post post, long ask, double chance, CancellationToken cancellationToken)
    {
        var (who, what) = (resident.Person.Number, post.Plan.Number);
        var press = Chance.Of(Habits.Seed, Drawn.Presses, who, what);
        if (Chance.Of(Habits.Seed, Drawn.Prompted, who, what) < chance)
        {
            var claims = press < Habits[HabitName.Claims] && await PressAsync(resident, ask, AskTexts.Will, cancellationToken);
            if (!claims || Chance.Of(Habits.Seed, Drawn.Keeps, who, what) >= Habits[HabitName.BreaksWord])
            {
                world.AnswersAt(world.Now.AddMinutes(1 + (59 * Chance.Of(Habits.Seed, Drawn.Keeps, who, -1 - what))), resident.Person, post);
            }
        }
        else if (press < Habits[HabitName.Declines])
        {
            await PressAsync(resident, ask, AskTexts.NotForMe, cancellationToken);
        }
        else if (press > 1 - Habits[HabitName.Dismisses])
        {
            await PressAsync(resident, ask, AskTexts.NotNeeded, cancellationToken);
        }
    }

    /// <summary>Presses a button where it still stands; whether it did.</summary>
    private async Task<bool> PressAsync(Resident resident, long ask, string action, CancellationToken cancellationToken)
    {
        var message = _shown[ask];
        if (message.IsGone || message.Buttons.FirstOrDefault(button => button.Id.Action == action) is not { } button)
        {
            return false;
        }

        _promises.Pressed(resident, PostsIn(message.Text).Single(), action);
        resident.Helps &= action != AskTexts.Stop;
        await bot.AskedForAsync(asker => new CommandRequest.Pressed(asker, button.Id, message.Place), resident.Person, cancellationToken);
        return true;
    }

    /// <summary>Who reads along sees the bot's line under the post.</summary>
    private void Reply(Post post)
    {
        _promises.Replied(post);
        _seen.Add(post.Id.Number);
        bot.Said.Public++;
        foreach (var resident in world.Residents.Where(resident => resident.Person != post.Plan.Author && resident.IsHere(world.Now)))
        {
            Prompt(resident, post, world.Answering.UnderReply(resident.Person, post.Plan));
        }
    }

    private void ShowBoard(FakeMessage message, bool isNew)
    {
        Post[] posts = message.IsGone ? [] : [.. PostsIn(message.Text)];
        _promises.Showed(posts, isNew);
        bot.Said.Public += isNew ? 1 : 0;
        bot.Said.PutOnBoard += posts.Count(post => !_onBoard.Contains(post.Id.Number)) - (isNew ? 1 : 0);
        _onBoard.Clear();
        _onBoard.UnionWith(posts.Select(post => post.Id.Number));
        _seen.UnionWith(_onBoard);
    }

    private void PlanLooks(Resident resident)
    {
        for (var day = Span.HistoryDays; day < Span.Days && !Habits.HasPublicReplies; day++)
        {
            if (Chance.Of(Habits.Seed, Drawn.Looks, resident.Person.Number, day) < Habits[HabitName.BoardLooks])
            {
                world.At(resident.Person.During(Span.Start.AddDays(day), Chance.Of(Habits.Seed, Drawn.LookTime, resident.Person.Number, -1 - day)), _ => LookAsync(resident));
            }
        }
    }

    private Task LookAsync(Resident resident)
    {
        if (resident.IsHere(world.Now))
        {
            foreach (var post in _onBoard.Select(number => world.Find(number)!).Where(post => post.Plan.Author != resident.Person))
            {
                Prompt(resident, post, world.Answering.OnBoard(resident.Person, post.Plan));
            }
        }

        return Task.CompletedTask;
    }

    private void Prompt(Resident resident, Post post, double chance)
    {
        if (post.AnsweredAt is null && Chance.Of(Habits.Seed, Drawn.Prompted, resident.Person.Number, post.Plan.Number) < chance)
        {
            world.AnswersAt(world.Answering.After(world.Now, resident.Person, post.Plan, Drawn.PromptedDelay), resident.Person, post);
        }
    }

    private IEnumerable<Post> PostsIn(string text) =>
        Links().Matches(text).Select(link => world.Find(long.Parse(link.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))!);

    [GeneratedRegex(@"https://chat\.example/help-\d+/(?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Links();
}
