using EngageBot.Host.Playground;

namespace EngageBot.Tests.Host.Playground;

public sealed class PlaygroundWorldTests
{
    private readonly PlaygroundWorld _world = new();

    [Fact]
    public void What_is_shown_to_one_member_is_shown_to_no_other()
    {
        Add("for all");
        Add("for ada", onlyFor: "ada");

        Assert.Equal(["for all", "for ada"], _world.In("help", "ada", 10).Select(message => message.Text));
        Assert.Equal(["for all"], _world.In("help", "bob", 10).Select(message => message.Text));
    }

    [Fact]
    public void Of_more_messages_than_it_keeps_the_oldest_are_forgotten()
    {
        for (var number = 0; number < PlaygroundWorld.MostMessages + 3; number++)
        {
            Add("one");
        }

        Assert.Null(_world.Message(3));
        Assert.NotNull(_world.Message(4));
    }

    [Fact]
    public void A_reaction_counts_once_for_each_member_and_goes_with_the_last()
    {
        var number = Add("look").Number;

        _world.React(number, "👍", "ada", isOn: true);
        _world.React(number, "👍", "ada", isOn: true);
        _world.React(number, "👍", "bob", isOn: true);
        Assert.Equal(["ada", "bob"], _world.Message(number)!.Reactions["👍"]);

        _world.React(number, "👍", "ada", isOn: false);
        _world.React(number, "👍", "bob", isOn: false);
        Assert.Empty(_world.Message(number)!.Reactions);
    }

    [Fact]
    public void What_is_gone_is_not_shown_and_cannot_be_changed()
    {
        var number = Add("away").Number;

        _world.Change(number, message => message with { IsGone = true });

        Assert.Null(_world.Change(number, message => message with { Text = "back" }));
        Assert.Empty(_world.In("help", "ada", 10));
    }

    [Fact]
    public void Every_change_is_seen()
    {
        var before = _world.Version;
        var number = Add("one").Number;
        var between = _world.Version;
        _world.React(number, "👍", "ada", isOn: true);

        Assert.True(before < between && between < _world.Version);
    }

    [Theory]
    [InlineData("hi @ada and @bob!", "ada bob")]
    [InlineData("@Ada: look", "ada")]
    [InlineData("mail ada or @nobody", "")]
    [InlineData("@pip🌱 is it green?", "pip")]
    public void Members_are_mentioned_by_their_names(string text, string expected)
    {
        _world.Put(new PlaygroundMember("ada", "ada", IsBot: false));
        _world.Put(new PlaygroundMember("bob", "bob", IsBot: false));
        _world.Put(new PlaygroundMember("pip", "pip🌱", IsBot: false));

        Assert.Equal(expected, string.Join(' ', PlaygroundNames.MentionedIn(text, _world)));
    }

    private PlaygroundMessage Add(string text, string? onlyFor = null) =>
        _world.Add(number => new PlaygroundMessage { Number = number, Channel = "help", Author = "ada", Text = text, At = DateTimeOffset.UnixEpoch, OnlyFor = onlyFor });
}
