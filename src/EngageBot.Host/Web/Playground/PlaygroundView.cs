using System.Globalization;
using EngageBot.Chat;
using EngageBot.Host.Playground;
using EngageBot.Texts;
using EngageBot.Nudges.Thoughts;

namespace EngageBot.Host.Web.Playground;

/// <summary>Makes what is shown of the Playground. What it gives is text, and never markup.</summary>
internal sealed class PlaygroundView(PlaygroundStage stage, TextBook book)
{
    private const int MostMessages = 120;
    private const int MostPrivate = 8;
    private const int MostDeeds = 12;
    private const int LongestQuote = 90;

    private readonly PlaygroundTexts _texts = new(book);
    private readonly PlaygroundTown _town = stage.Town;
    private readonly PlaygroundWorld _world = stage.Town.World;
    private IReadOnlyList<long> _waiting = [];

    /// <param name="member">As whom to look; where there is no such member, as the moderator.</param>
    /// <param name="channel">Where to look; where there is no such channel, at what waits.</param>
    public async Task<PlaygroundState> StateAsync(string? member, string? channel, CancellationToken cancellationToken)
    {
        if (!_town.IsOpen)
        {
            return new PlaygroundState { Version = "0", IsOpen = false, Fault = _town.Fault };
        }

        _waiting = await _town.WaitingAsync(cancellationToken);
        var reader = (_town.Cast.FirstOrDefault(one => one.Id == member) ?? _town.Cast[0]).Id;
        var channels = ChannelsOf(reader);
        var spotlight = _waiting.Count == 0 ? null : _world.Message(_waiting[^1]);
        var place = channels.FirstOrDefault(one => one.Id == channel) ?? channels.FirstOrDefault(one => one.Id == spotlight?.Channel) ?? channels[0];
        var lines = _world.In(place.Id, reader, MostMessages);
        return new PlaygroundState
        {
            Version = VersionOf(),
            IsOpen = true,
            Now = _texts.Moment(_town.Clock.Now),
            Speed = _town.Clock.Speed,
            IsJumping = stage.Driver.IsJumping,
            IsTalking = stage.Talk.IsOn,
            Outcome = _texts.Outcome(stage.Driver.Outcome, _world),
            As = reader,
            Channel = place.Id,
            Spotlight = spotlight is null ? null : LineOf(spotlight),
            Channels = channels,
            Members = [.. _town.Cast.Select(one => new PlaygroundPerson(one.Id, one.Name, one.IsModerator))],
            Messages = [.. lines.Select(LineOf)],
            Private = [.. _world.Private(MostPrivate).Select(LineOf)],
            Deeds = [.. _world.Deeds.Take(MostDeeds).Select(TraceOf)],
            Emoji = PlaygroundNames.Emoji,
        };
    }

    /// <summary>What the bot thinks of a message; null where there is none such.</summary>
    public async Task<PlaygroundOpinion?> OpinionAsync(long number, CancellationToken cancellationToken)
    {
        if (!_town.IsOpen || _world.Message(number) is not { IsGone: false } message || await _town.ThinkAsync(number, cancellationToken) is not { } thought)
        {
            return null;
        }

        return new PlaygroundOpinion(number, NameOf(message), Brief(message.Text), _texts.Kind(thought.Kind), _texts.State(thought, _town.Clock.Now), thought.IsOpen)
        {
            Links = [.. thought.Links.Take(1).Select(LinkOf)],
            Next = thought.Next is { } next ? new PlaygroundReason(_texts.Step(next, name: null), _texts.Why(When(next.At), next.Reason, ": ")) : null,
            Done = [.. thought.Done.Select(step => new PlaygroundReason(_texts.Step(step, _world.Member(step.Member?.Value)?.Name), _texts.Why(Clock(step.At), step.Reason, ". ")))],
        };
    }

    private string VersionOf() => string.Create(
        CultureInfo.InvariantCulture, $"{_world.Version}.{_town.Clock.Now.ToUnixTimeSeconds() / 60}.{_town.Clock.Speed}.{stage.Driver.IsJumping}.{stage.Talk.IsOn}");

    private List<PlaygroundPlace> ChannelsOf(string reader)
    {
        var conversation = PlaygroundPlatform.ConversationWith(reader);
        List<PlaygroundPlace> places =
        [
            .. _world.Channels.Where(channel => channel is { IsPrivate: false } && channel.MayRead(reader)).OrderBy(channel => channel.Name, StringComparer.Ordinal)
                .Select(channel => new PlaygroundPlace(channel.Id, channel.Name, _waiting.Count(number => _world.Message(number)?.Channel == channel.Id), IsPrivate: false)),
        ];
        if (_world.Channel(conversation) is not null)
        {
            places.Add(new PlaygroundPlace(conversation, "EngageBot", 0, IsPrivate: true));
        }

        return places;
    }

    private PlaygroundLine LineOf(PlaygroundMessage message)
    {
        var channel = _world.Channel(message.Channel);
        var onlyFor = message.OnlyFor ?? (channel is { IsPrivate: true, Readers: [var reader] } ? reader : null);
        var quoted = _world.Message(message.ReplyTo ?? message.Thread) is { IsGone: false } one && one.Number != message.Number ? one : null;
        var hasFile = message.Picture is not null || message.File is not null;
        return new PlaygroundLine
        {
            Number = message.Number,
            Channel = message.Channel,
            ChannelName = channel?.Name ?? string.Empty,
            Author = NameOf(message),
            AuthorId = message.Author,
            IsBot = message.Author is null,
            At = Clock(message.At),
            Text = message.Author is null ? PlaygroundNames.Readable(message.Text, _world) : message.Text,
            Quote = quoted is null ? null : $"{NameOf(quoted)}: {Brief(quoted.Text)}",
            QuoteOf = quoted?.Number,
            OnlyFor = onlyFor,
            OnlyForName = _world.Member(onlyFor)?.Name,
            IsEdited = message.IsEdited,
            Waiting = _waiting.Contains(message.Number) ? _texts.Span(_town.Clock.Now - message.At) : null,
            Marks = [.. message.Reactions.Select(mark => new PlaygroundMark(mark.Key, mark.Value.Count, string.Join(", ", mark.Value.Select(who => _world.Member(who)?.Name ?? "EngageBot"))))],
            Buttons = [.. message.Buttons.Select(button => new PlaygroundButton(button.Id.ToString(), button.Label, button.IsMain))],
            Link = message.Link?.AbsoluteUri,
            File = hasFile ? string.Create(CultureInfo.InvariantCulture, $"{PlaygroundWeb.Api}/file/{message.Number}") : null,
            FileName = message.File?.Name,
            Alt = message.Picture?.Alt ?? message.File?.Alt,
        };
    }

    private PlaygroundTrace TraceOf(PlaygroundDeed deed) =>
        new(Clock(deed.At), _texts.Deed([deed], _world), deed.Channel, deed.Message, deed.To);

    private PlaygroundReason LinkOf(ThoughtLink link)
    {
        var parent = link.Parent is { } id ? _world.Message(id.Number) : null;
        var what = link.Starts ? _texts["link.starts"] : parent is null ? _texts["link.gone"] : _texts.Of("link.answers", ("who", NameOf(parent)), ("text", Brief(parent.Text)));
        return new PlaygroundReason(what, _texts.Link(link), parent?.Number);
    }

    private string When(DateTimeOffset at) => at - _town.Clock.Now < TimeSpan.FromSeconds(30) ? _texts["when.now"] : _texts.Of("when.in", ("time", _texts.Span(at - _town.Clock.Now)));

    private string NameOf(PlaygroundMessage message) => message.Author is null ? "EngageBot" : _world.Member(message.Author)?.Name ?? _texts["somebody"];

    private static string Brief(string text) => OneLine.Of(text, LongestQuote);

    private string Clock(DateTimeOffset at) => _texts.Clock(at, _town.Clock.Now);
}
