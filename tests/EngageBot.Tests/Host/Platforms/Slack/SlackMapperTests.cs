using System.Text.Json;
using EngageBot.Chat;
using EngageBot.History;
using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Host.Platforms.Slack.State;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Tests.History;

namespace EngageBot.Tests.Host.Platforms.Slack;

public sealed class SlackMapperTests
{
    private static readonly ChannelState General = new(new CommunityId(Platform.Slack, "T0TEAM"), "C0GENERAL") { Name = "general" };

    [Fact]
    public async Task A_message_is_the_same_whichever_way_it_comes()
    {
        var folder = TemporaryHistory.Sample("Slack");
        var users = Lines(Path.Combine(folder, "users.json")).Select(line => JsonSerializer.Deserialize(line, SlackJson.Default.User)!).ToDictionary(user => user.Id, UserState.Of);
        var days = Directory.EnumerateFiles(Path.Combine(folder, "general")).SelectMany(Lines).Where(IsOfToday).ToList();
        var mapped = days.Select(line => JsonSerializer.Deserialize(line, SlackJson.Default.Message)!).SelectMany(message => Events(message, users)).Select(Text).Order(StringComparer.Ordinal).ToList();

        var read = (await TemporaryHistory.ReadAsync(folder)).OfType<HistoryItem.Happened>().Select(item => item.Event).ToList();
        var expected = read.Where(IsInGeneral).Select(Text).Where(text => !IsOld(text)).Order(StringComparer.Ordinal).ToList();

        Assert.True(expected.Count > 12, $"{expected.Count} events");
        Assert.Equal(expected, mapped);
        foreach (var seen in read.OfType<MemberSeen>().Where(seen => users.ContainsKey(seen.Member.Value)))
        {
            Assert.Equal(users[seen.Member.Value] with { IsGone = false }, new UserState(seen.Name, seen.IsBot));
        }
    }

    [Theory]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","bot_id":"B1"}""", MessageTraits.Webhook)]
    [InlineData("""{"user":"U2","ts":"1.000002","text":"x","bot_id":"B1"}""", MessageTraits.Bot)]
    [InlineData("""{"user":"U9","ts":"1.000002","text":"x","bot_id":"B1"}""", MessageTraits.Bot)]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","subtype":"channel_topic"}""", MessageTraits.System)]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","subtype":"of_tomorrow"}""", MessageTraits.System)]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","subtype":"me_message"}""", MessageTraits.None)]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","subtype":"file_share","files":[{"id":"F1"}]}""", MessageTraits.HasAttachments)]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","subtype":"thread_broadcast","thread_ts":"1.000001"}""", MessageTraits.ThreadBroadcast)]
    public void Who_wrote_it_and_how_is_kept(string json, MessageTraits traits) => Assert.Equal(traits, SlackMapper.Created(Read(json), General, Known)!.Traits);

    [Theory]
    [InlineData("""{"ts":"1.000002","text":"nobody's"}""")]
    [InlineData("""{"user":"U1","ts":"1.2","text":"no id of a message"}""")]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"for one only","is_ephemeral":true}""")]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","subtype":"message_replied"}""")]
    [InlineData("""{"user":"U1","ts":"1.000002","text":"x","subtype":"tombstone"}""")]
    public void What_is_no_message_of_its_own_becomes_none(string json) => Assert.Null(SlackMapper.Created(Read(json), General, Known));

    [Theory]
    [InlineData("""{"user":"U1","ts":"1.000001","text":"new"}""", "old", true)]
    [InlineData("""{"user":"U1","ts":"1.000001","text":"same"}""", "same", false)]
    [InlineData("""{"user":"U2","bot_id":"B1","ts":"1.000001","text":"new"}""", "old", false)]
    [InlineData("""{"user":"U1","ts":"1.000001","text":"new","subtype":"channel_topic"}""", "old", false)]
    public void Only_what_a_person_changed_is_an_edit(string now, string before, bool isEdit)
    {
        var change = Read($$"""{"subtype":"message_changed","ts":"2.000000","message":{{now}},"previous_message":{"ts":"1.000001","text":"{{before}}"} }""");
        Assert.Equal(isEdit, SlackMapper.Edited(change, General, Known) is not null);
    }

    [Theory]
    [InlineData("D1", "im", false), InlineData("D1", null, false), InlineData("G1", "mpim", false), InlineData("D1", "app_home", false)]
    [InlineData("C1", "channel", true), InlineData("G1", "group", true), InlineData("C1", null, true)]
    public void Conversations_of_a_few_are_no_channels_of_the_community(string channel, string? type, bool isOf) =>
        Assert.Equal(isOf, EventSubjects.Channel(new MessageEvent(new Message { Channel = channel, ChannelType = type, Ts = Timestamp.Parse("1.000001") })) is not null);

    private static UserState? Known(string user) => user switch
    {
        "U1" => new UserState("Ada", IsBot: false),
        "U2" => new UserState("Builds", IsBot: true),
        _ => null,
    };

    private static Message Read(string json) => JsonSerializer.Deserialize(json, SlackJson.Default.Message)!;

    private static IEnumerable<string> Lines(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. document.RootElement.EnumerateArray().Select(entry => entry.GetRawText())];
    }

    /// <summary>Live, a message has a time and a type; comments on files and the file of a message in the singular are of long ago.</summary>
    private static bool IsOfToday(string line) =>
        line.Contains("\"type\": \"message\"", StringComparison.Ordinal) && line.Contains("\"ts\": \"17", StringComparison.Ordinal)
        && !line.Contains("\"file\"", StringComparison.Ordinal) && !line.Contains("\"original\"", StringComparison.Ordinal) && !line.Contains("\"never\"", StringComparison.Ordinal);

    private static bool IsOld(string text) => text.Contains("uploaded a file", StringComparison.Ordinal) || text.Contains("nice, <@U0EVE>", StringComparison.Ordinal) || text.StartsWith("deleted 1767262080000900", StringComparison.Ordinal);

    private static bool IsInGeneral(ChatEvent happened) => happened switch
    {
        MessageCreated created => created.Channel == General.Channel,
        EngageBot.Chat.MessageEdited edited => edited.Channel == General.Channel,
        MessageDeleted deleted => deleted.Channel == General.Channel,
        ReactionAdded reaction => reaction.Channel == General.Channel,
        _ => false,
    };

    private static IEnumerable<ChatEvent> Events(Message message, Dictionary<string, UserState> users)
    {
        ChatEvent?[] events =
        [
            SlackMapper.Deleted(message, General), SlackMapper.Edited(message, General, users.GetValueOrDefault), SlackMapper.Created(message, General, users.GetValueOrDefault),
        ];
        return [.. events.OfType<ChatEvent>(), .. SlackMapper.Reactions(message, General)];
    }

    private static string Text(ChatEvent happened) => happened switch
    {
        MessageCreated created =>
            $"created {created.Id.Number} {created.At:O} {created.Author.Value} {created.Thread?.Number} {created.Traits} [{string.Join(' ', created.Mentions.Select(member => member.Value))}] {created.Text}",
        EngageBot.Chat.MessageEdited edited => $"edited {edited.Id.Number} {edited.At:O} {edited.Text}",
        MessageDeleted deleted => $"deleted {deleted.Id.Number} {deleted.At:O}",
        ReactionAdded reaction => $"reacted {reaction.Message.Number} {reaction.At:O} {reaction.Member.Value} {reaction.Emoji}",
        _ => happened.GetType().Name,
    };
}
