using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Slack.Models;

namespace EngageBot.Host.Playground;

/// <summary>Hands what members ask of the bot to the product's commands, and shows the answer to whoever asked, alone.</summary>
internal sealed class PlaygroundCommands(PlaygroundWorld world, CommandRouter router, PlaygroundClock clock)
{
    private static readonly PlaygroundAnswer Refused = new() { IsRefused = true };

    private string? _language;

    /// <summary>Those that can be written, with a word on each.</summary>
    public IReadOnlyList<ISlashCommand> Listed => router.Listed;

    /// <summary>For somebody whose browser speaks this language.</summary>
    public PlaygroundCommands In(string? language) => new(world, router, clock) { _language = language };

    /// <summary><c>/engage stats</c>, written in a channel.</summary>
    public async Task<PlaygroundAnswer> TypeAsync(string member, string channel, string line, CancellationToken cancellationToken)
    {
        if (AskerOf(member, channel) is not { } by)
        {
            return Refused;
        }

        var (command, rest) = CommandWords.Split(line);
        var written = new SlashCommand
        {
            Command = command == CommandUsage.Moderators ? command : CommandUsage.Everybody,
            Text = PlaygroundNames.Marked(rest, world),
            TeamId = by.Community.Value,
            ChannelId = channel,
            UserId = member,
        };
        var reply = await TypedCommand.RunAsync(router, written, by, cancellationToken);
        return Show(reply is CommandReply.Complains complains ? new CommandReply.Says(complains.InWords) : reply, member, channel, pressed: null);
    }

    /// <summary>A button under a message of the bot.</summary>
    public async Task<PlaygroundAnswer> PressAsync(string member, long number, string button, CancellationToken cancellationToken)
    {
        if (world.Message(number) is not { IsGone: false } message || AskerOf(member, message.Channel) is not { } by
            || message.Buttons.FirstOrDefault(one => one.Id.ToString() == button) is not { } pressed)
        {
            return Refused;
        }

        var isOwn = message.OnlyFor is not null || world.Channel(message.Channel)?.IsPrivate == true;
        if (message.OnlyFor is { } reader && reader != member)
        {
            return Refused;
        }

        var place = isOwn ? null : PlaceOf(message);
        return Show(await router.RunAsync(new CommandRequest.Pressed(by, pressed.Id, place), cancellationToken), member, message.Channel, message);
    }

    /// <summary>A form was filled in.</summary>
    public async Task<PlaygroundAnswer> SubmitAsync(string member, string channel, string form, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        if (AskerOf(member, channel) is not { } by || !ButtonId.TryParse(form, out var id))
        {
            return Refused;
        }

        var clean = fields.ToDictionary(field => field.Key, field => ChatText.Clean(field.Value), StringComparer.Ordinal);
        return Show(await router.RunAsync(new CommandRequest.Submitted(by, id, clean), cancellationToken), member, channel, pressed: null);
    }

    /// <summary>A command chosen on a message.</summary>
    public async Task<PlaygroundAnswer> ChooseAsync(string member, long number, string command, CancellationToken cancellationToken)
    {
        if (world.Message(number) is not { IsGone: false } message || AskerOf(member, message.Channel) is not { } by)
        {
            return Refused;
        }

        return Show(await router.RunAsync(new CommandRequest.OnMessage(by, command, PlaceOf(message)), cancellationToken), member, message.Channel, pressed: null);
    }

    private static MessagePlace PlaceOf(PlaygroundMessage message) => new(
        new ChannelId(PlaygroundWorld.Community, message.Channel), message.Thread is { } thread ? new MessageId(thread) : null, new MessageId(message.Number));

    private Asker? AskerOf(string member, string channel) => world.Member(member) is { IsBot: false } asker && world.Channel(channel) is { } place && place.MayRead(member)
        ? new Asker(PlaygroundWorld.Community, new MemberId(PlaygroundWorld.Community, member), clock.Now)
        {
            Channel = place.IsPrivate ? null : new ChannelId(PlaygroundWorld.Community, channel),
            ManagesCommunity = asker.IsModerator,
            Name = asker.Name,
            Language = _language,
        }
        : null;

    /// <param name="pressed">The message whose button he pressed.</param>
    private PlaygroundAnswer Show(CommandReply reply, string member, string channel, PlaygroundMessage? pressed)
    {
        switch (reply)
        {
            case CommandReply.Says says:
                return Say(says, member, channel);
            case CommandReply.Replaces replaces when pressed is not null:
                world.Change(pressed.Number, message => message with { Text = replaces.Text, Buttons = replaces.Buttons, IsEdited = true });
                return new PlaygroundAnswer { Channel = channel };
            case CommandReply.Replaces replaces:
                return Say(new CommandReply.Says(replaces.Text) { Buttons = replaces.Buttons }, member, channel);
            case CommandReply.ShowsPage page:
                return Say(page.InWords, member, channel);
            case CommandReply.Opens opens:
                return new PlaygroundAnswer { Form = opens.Form, Channel = channel };
            case CommandReply.Complains complains:
                return new PlaygroundAnswer { Errors = complains.ByField, Channel = channel };
            default:
                throw new UnreachableException(reply.GetType().Name);
        }
    }

    private PlaygroundAnswer Say(CommandReply.Says says, string member, string channel)
    {
        world.Add(number => new PlaygroundMessage
        {
            Number = number, Channel = channel, Text = says.Text, At = clock.Now, OnlyFor = member, Buttons = says.Buttons, Link = says.Link, File = says.File,
        });
        return new PlaygroundAnswer { Channel = channel };
    }
}
