using EngageBot.Chat;
using EngageBot.Host.Playground;

namespace EngageBot.Tests.Host.Playground;

public sealed class PlaygroundPlatformTests
{
    private static readonly ChannelId Help = new(PlaygroundWorld.Community, "C001");
    private static readonly MemberId Ada = new(PlaygroundWorld.Community, "U001");

    private readonly PlaygroundWorld _world = new();
    private readonly PlaygroundPlatform _platform;

    public PlaygroundPlatformTests()
    {
        _world.Put(new PlaygroundMember("U001", "ada", IsBot: false));
        _world.Put(new PlaygroundMember("U002", "bob", IsBot: false));
        _world.Put(new PlaygroundChannel("C001", "help"));
        _platform = new PlaygroundPlatform(_world, new VirtualClock(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task Sent_twice_a_message_appears_once()
    {
        var first = await SendAsync(7, "hello");
        var second = await SendAsync(7, "hello");

        Assert.Equal(first, second);
        Assert.Single(_world.In("C001", "U001", 10));
        Assert.Equal(1, _world.Done);
    }

    [Fact]
    public async Task What_is_said_to_one_member_stands_where_only_he_can_read_it()
    {
        var sent = Assert.IsType<SendResult.Sent>(await _platform.SendAsync(new OutgoingMessage { OutboxId = 1, Channel = Help, To = Ada, Text = "psst" }, CancellationToken.None));

        Assert.Equal(ReadAccess.Can, await _platform.CanReadAsync(Ada, sent.Conversation!.Value, CancellationToken.None));
        Assert.Equal(ReadAccess.Cannot, await _platform.CanReadAsync(new MemberId(PlaygroundWorld.Community, "U002"), sent.Conversation.Value, CancellationToken.None));
        Assert.Empty(_world.In("C001", "U001", 10));
    }

    [Fact]
    public async Task Nobody_is_written_to_who_is_not_there() => Assert.IsType<SendResult.Refused>(await _platform.SendAsync(
        new OutgoingMessage { OutboxId = 1, Channel = Help, To = new MemberId(PlaygroundWorld.Community, "U999"), Text = "psst" }, CancellationToken.None));

    [Fact]
    public async Task What_was_sent_can_be_changed_found_and_taken_away()
    {
        var message = new OutgoingMessage { OutboxId = 1, Channel = Help, Text = "one" };
        var sent = Assert.IsType<SendResult.Sent>(await _platform.SendAsync(message, CancellationToken.None));
        var place = new MessagePlace(Help, Thread: null, sent.Message);

        await _platform.EditAsync(place, message with { Text = "two" }, CancellationToken.None);
        Assert.Equal("two", _world.Message(sent.Message.Number)!.Text);
        Assert.Equal(sent.Message, Assert.IsType<FindResult.Found>(await _platform.FindAsync(message, DateTimeOffset.UnixEpoch, CancellationToken.None)).Message);

        await _platform.DeleteAsync(place, CancellationToken.None);
        Assert.Equal(PostPresence.Gone, await _platform.FetchAsync(place, CancellationToken.None));
        Assert.IsType<SendResult.Refused>(await _platform.EditAsync(place, message, CancellationToken.None));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_no_deed()
    {
        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(1, "same"));

        await _platform.EditAsync(new MessagePlace(Help, Thread: null, sent.Message), new OutgoingMessage { OutboxId = 1, Channel = Help, Text = "same" }, CancellationToken.None);

        Assert.Equal(1, _world.Done);
    }

    private Task<SendResult> SendAsync(long id, string text) => _platform.SendAsync(new OutgoingMessage { OutboxId = id, Channel = Help, Text = text }, CancellationToken.None);
}
