using System.Globalization;
using EngageBot.Chat;

namespace EngageBot.Host.Playground;

/// <summary>The Playground as a platform on which the bot speaks: whatever it says stands in the <see cref="PlaygroundWorld"/> at once.</summary>
internal sealed class PlaygroundPlatform(PlaygroundWorld world, TimeProvider clock) : IChatPlatform
{
    public Platform Platform => Platform.Playground;

    public TimeSpan RecognisesRepeatsFor => TimeSpan.FromDays(1);

    public bool IsCaughtUp => true;

    /// <summary>The conversation of a member with the bot.</summary>
    public static string ConversationWith(string member) => "D" + member;

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (world.BotMessage(message.OutboxId) is { } before)
        {
            return Task.FromResult<SendResult>(SentAs(before, message));
        }

        if (message.To is { } to && world.Member(to.Value) is null)
        {
            return Task.FromResult<SendResult>(new SendResult.Refused("There is no such member.", IsGoneForGood: true));
        }

        var channel = PlaceOf(message);
        var sent = world.Add(number => new PlaygroundMessage
        {
            Number = number,
            Channel = channel,
            Text = message.Text,
            At = clock.GetUtcNow(),
            ReplyTo = message.ReplyTo?.Number,
            Thread = message.Thread?.Number,
            Buttons = message.Buttons,
            OutboxId = message.OutboxId,
            Picture = message.Picture,
        });
        Note(message.To is not null ? "private" : message.Opens is not null ? "introduced" : "wrote", sent, message.To?.Value);
        return Task.FromResult<SendResult>(SentAs(sent, message));
    }

    public Task<SendResult> EditAsync(MessagePlace place, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (world.Message(place.Id.Number) is { IsGone: false } same && same.Text == message.Text && same.Buttons.SequenceEqual(message.Buttons))
        {
            return Task.FromResult<SendResult>(new SendResult.Sent(place.Id)); // Whoever pressed its button has seen it change.
        }

        return AnswerAsync(place, "changed", world.Change(place.Id.Number, one => one with { Text = message.Text, Buttons = message.Buttons, IsEdited = true }));
    }

    public Task<SendResult> DeleteAsync(MessagePlace place, CancellationToken cancellationToken) =>
        AnswerAsync(place, "gone", world.Change(place.Id.Number, one => one with { IsGone = true }));

    public Task<PostPresence> FetchAsync(MessagePlace place, CancellationToken cancellationToken) =>
        Task.FromResult(world.Message(place.Id.Number) is { IsGone: false } ? PostPresence.There : PostPresence.Gone);

    public Task<FindResult> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<FindResult>(
        world.BotMessage(message.OutboxId) is { } found ? new FindResult.Found(new MessageId(found.Number)) { Conversation = Conversation(found, message) } : new FindResult.Absent());

    public Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken) =>
        Task.FromResult(world.Channel(channel.Value)?.MayRead(member.Value) == true ? ReadAccess.Can : ReadAccess.Cannot);

    public Task<MemberPresence> PresenceAsync(MemberId member, CancellationToken cancellationToken) => Task.FromResult(default(MemberPresence));

    public Task<SendResult> TagAsync(MessagePlace post, bool isOn, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Refused("There are no forums here."));

    public Task<SendResult> ReactAsync(MessagePlace place, string emoji, bool isOn, CancellationToken cancellationToken) => AnswerAsync(
        place, isOn ? "put" : "took", world.React(place.Id.Number, emoji, PlaygroundWorld.Bot, isOn), emoji);

    public Uri? LinkTo(MessagePlace place) => new(string.Create(
        CultureInfo.InvariantCulture, $"http://playground.invalid/?channel={place.Channel.Value}&message={place.Id.Number}"));

    private string PlaceOf(OutgoingMessage message)
    {
        if (message.To is { } to)
        {
            var conversation = ConversationWith(to.Value);
            world.Put(new PlaygroundChannel(conversation, "EngageBot") { Readers = [to.Value], IsPrivate = true });
            return conversation;
        }

        if (message.Opens is { } place)
        {
            var opened = string.Create(CultureInfo.InvariantCulture, $"P{message.OutboxId}");
            world.Put(new PlaygroundChannel(opened, ChatText.Clean(place.Name)) { Readers = place.IsPrivate ? [.. place.Members.Select(member => member.Value)] : null });
            return opened;
        }

        return message.Channel.Value;
    }

    private static SendResult.Sent SentAs(PlaygroundMessage sent, OutgoingMessage message) => new(new MessageId(sent.Number)) { Conversation = Conversation(sent, message) };

    private static ChannelId? Conversation(PlaygroundMessage sent, OutgoingMessage message) =>
        message.To is null && message.Opens is null ? null : new ChannelId(PlaygroundWorld.Community, sent.Channel);

    private Task<SendResult> AnswerAsync(MessagePlace place, string what, PlaygroundMessage? changed, string? emoji = null)
    {
        if (changed is null)
        {
            return Task.FromResult<SendResult>(new SendResult.Refused("There is no such message.", IsGoneForGood: true));
        }

        Note(what, changed, world.Channel(changed.Channel) is { IsPrivate: true, Readers: [var reader] } ? reader : null, emoji);
        return Task.FromResult<SendResult>(new SendResult.Sent(place.Id));
    }

    private void Note(string what, PlaygroundMessage message, string? to, string? emoji = null) =>
        world.Note(new PlaygroundDeed(clock.GetUtcNow(), what, message.Channel, message.Number, to) { Emoji = emoji });
}
