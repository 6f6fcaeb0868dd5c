using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox;

/// <summary>The end of a <see cref="VisibleLife"/>: whatever can be pressed is pressed, and whatever can be asked is asked, also of commands that nobody thought of here.</summary>
internal sealed class VisibleEnd(VisibleWorld world)
{
    /// <summary>After these there is less to be shown: they come last.</summary>
    private static readonly List<string> Silencing = ["quiet", "observe", "optout", "privacy"];

    private readonly LiveStory _story = world.Story;
    private readonly Random _random = world.Random;

    /// <summary>
    /// Who can read what changes once more, and nobody is told. Then all that still stands is pressed by those to whom it was said, and everything is asked by everybody in
    /// every way: each command with each of its choices, and what is under the answers.
    /// </summary>
    public async Task RunAsync()
    {
        foreach (var place in VisibleWorld.Places)
        {
            foreach (var member in VisibleWorld.Members.Append(VisibleWorld.Moderator).Where(_ => _random.Next(2) == 0))
            {
                world.Turn(member, place); // Also what everybody can read: he became a guest.
            }
        }

        foreach (var sent in _story.Platform.Standing.Where(sent => sent.Buttons.Count > 0).ToList())
        {
            foreach (var button in sent.Buttons)
            {
                var member = sent.To?.Value ?? (sent.Place.Channel == TestTime.Channel("mods") ? VisibleWorld.Moderator : Any(VisibleWorld.Members));
                await world.AskAsync(member, new CommandRequest.Pressed(AskerOf(member), button.Id, sent.Place));
            }
        }

        foreach (var command in _story.EveryCommand.OrderBy(command => Silencing.IndexOf(command.Name)).ThenBy(command => command.Name, StringComparer.Ordinal))
        {
            var member = command.IsForModerators ? VisibleWorld.Moderator : Any(VisibleWorld.Members);
            foreach (var request in WaysToAsk(command, AskerOf(member)))
            {
                await FollowAsync(member, await world.AskAsync(member, request));
            }
        }
    }

    /// <summary>With every choice once, and everything else given at random.</summary>
    private IEnumerable<CommandRequest> WaysToAsk(ISlashCommand command, Asker asker)
    {
        if (command.IsOnMessages)
        {
            foreach (var sent in _story.Platform.Standing.Where(sent => sent.To is null || sent.To == asker.Member).ToList())
            {
                yield return new CommandRequest.OnMessage(asker, command.Name, sent.Place);
            }
        }

        IReadOnlyList<CommandOption> options = command.IsListed ? command.Options : [];
        foreach (var (option, choice) in options.SelectMany(option => option.Choices.DefaultIfEmpty().Select(choice => ((CommandOption?)option, choice))).Prepend((null, null)))
        {
            var given = options.Where(one => one == option || one.IsRequired || _random.Next(2) == 0).ToDictionary(one => one.Name, one => one == option && choice is not null ? choice : Given(one));
            yield return new CommandRequest.Typed(asker, command.Name) { Options = given };
        }
    }

    private string Given(CommandOption option) => option.Kind switch
    {
        _ when option.Choices.Count > 0 => Any(option.Choices),
        CommandOptionKind.Number => "2",
        CommandOptionKind.Member => Any(VisibleWorld.Members),
        CommandOptionKind.Channel => Any(VisibleWorld.Places),
        _ => "boxes",
    };

    /// <summary>What is under an answer is pressed, and a form is sent in as it was filled in.</summary>
    private async Task FollowAsync(string member, CommandReply reply)
    {
        IReadOnlyList<MessageButton> buttons = reply switch { CommandReply.Says says => says.Buttons, CommandReply.Replaces replaces => replaces.Buttons, _ => [] };
        foreach (var button in buttons)
        {
            if (await world.AskAsync(member, new CommandRequest.Pressed(AskerOf(member), button.Id, Message: null)) is CommandReply.Opens form)
            {
                await SendInAsync(member, form.Form);
            }
        }

        if (reply is CommandReply.Opens opened)
        {
            await SendInAsync(member, opened.Form);
        }
    }

    /// <summary>As it was filled in, and once more with a channel in it that he thinks of himself.</summary>
    private async Task SendInAsync(string member, CommandForm form)
    {
        var fields = form.Fields.ToDictionary(field => field.Name, field => field.Value);
        await world.AskAsync(member, new CommandRequest.Submitted(AskerOf(member), form.Id, fields));
        foreach (var field in form.Fields.Where(field => field.Name is "channel" or "watched" or "moderators"))
        {
            await world.AskAsync(member, new CommandRequest.Submitted(AskerOf(member), form.Id, new Dictionary<string, string>(fields) { [field.Name] = Any(VisibleWorld.Places) }));
        }
    }

    private string Any(IReadOnlyList<string> some) => some[_random.Next(some.Count)];

    private Asker AskerOf(string member) =>
        new(TestTime.Community, TestTime.Member(member), _story.Clock.GetUtcNow()) { Name = member, ManagesCommunity = member == VisibleWorld.Moderator };
}
