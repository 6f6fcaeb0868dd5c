using System.Text;
using EngageBot.Slack.Events;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.Models.Interactions;

namespace EngageBot.Tests.Slack.Events;

public sealed class EventRequestTests
{
    [Fact]
    public void The_challenge_is_read() =>
        Assert.Equal("3eZbrw1a", Assert.IsType<UrlVerification>(Json("""{"token":"x","challenge":"3eZbrw1a","type":"url_verification"}""")).Challenge);

    [Fact]
    public void An_event_comes_with_its_id_time_and_authorizations()
    {
        var callback = Assert.IsType<EventCallback>(Json(
            """
            {"token":"x","team_id":"T1","context_team_id":"T2","api_app_id":"A1","type":"event_callback","event_id":"Ev1","event_time":1712345678,
             "is_ext_shared_channel":true,"authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"U9","is_bot":true,"is_enterprise_install":false}],
             "event":{"type":"message","channel":"C1","user":"U1","text":"hello","ts":"1712345678.000100","event_ts":"1712345678.000100","channel_type":"channel"}}
            """));

        Assert.Equal(("Ev1", "T1", "T2", "A1"), (callback.EventId, callback.TeamId, callback.ContextTeamId, callback.ApiAppId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_712_345_678), callback.EventTime);
        Assert.True(callback.IsExtSharedChannel);
        Assert.Equal("U9", Assert.Single(callback.Authorizations).UserId);
        Assert.Equal("hello", Assert.IsType<MessageEvent>(callback.Event).Message.Text);
    }

    [Fact]
    public void An_event_that_is_not_as_documented_keeps_its_id_and_shows_nothing_of_what_it_holds()
    {
        var callback = Assert.IsType<EventCallback>(Json(
            """{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"reaction_added","user":"U1","reaction":"very-secret","item":7,"event_ts":"1.2"}}"""));

        var invalid = Assert.IsType<InvalidEvent>(callback.Event);
        Assert.Equal("reaction_added", invalid.Type);
        Assert.DoesNotContain("very-secret", invalid.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', invalid.Error);
    }

    [Fact]
    public void An_event_that_is_not_known_is_known_by_its_type()
    {
        var callback = Assert.IsType<EventCallback>(Json("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"star_added","user":"U1"}}"""));
        Assert.Equal(new UnknownEvent("star_added"), callback.Event);
    }

    [Fact]
    public void Events_held_back_are_told() =>
        Assert.Equal(1_518_467_820, Assert.IsType<AppRateLimited>(Json("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""")).MinuteRateLimited);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","event_id":null,"team_id":7,"event":{}}""")]
    [InlineData("""{"type":"url_verification"}""")]
    public void What_is_not_Slacks_is_invalid(string json) => Assert.IsType<InvalidPayload>(Json(json));

    [Fact]
    public void A_command_is_read_from_its_form_and_from_a_socket_alike()
    {
        var command = Assert.IsType<SlashCommand>(Form(
            "token=x&team_id=T1&team_domain=example&channel_id=C1&channel_name=help&user_id=U1&user_name=ada&command=%2Fbot&text=a+b%26c&api_app_id=A1"
            + "&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2F2%2Fsecret&trigger_id=13345224609.738474920.8088930838d88f008e0"));

        Assert.Equal(("/bot", "a b&c", "T1", "C1", "U1"), (command.Command, command.Text, command.TeamId, command.ChannelId, command.UserId));
        Assert.Equal("https://hooks.slack.com/commands/T1/2/secret", command.ResponseUrl!.Reveal().AbsoluteUri);
        Assert.DoesNotContain("secret", command.ToString(), StringComparison.Ordinal);

        using var document = System.Text.Json.JsonDocument.Parse(
            """{"team_id":"T1","channel_id":"C1","channel_name":"help","user_id":"U1","user_name":"ada","command":"/bot","text":"a b&c","api_app_id":"A1","trigger_id":"13345224609.738474920.8088930838d88f008e0"}""");
        Assert.Equal(command with { ResponseUrl = null }, PayloadReader.Command(document.RootElement));
    }

    [Fact]
    public void An_interaction_is_read_from_its_form()
    {
        var json = """{"type":"block_actions","user":{"id":"U1","team_id":"T1"},"api_app_id":"A1","trigger_id":"1.2","actions":[{"type":"button","action_id":"yes","value":"a+b"}]}""";
        var actions = Assert.IsType<BlockActions>(Form("payload=" + Uri.EscapeDataString(json)));
        Assert.Equal("a+b", Assert.Single(actions.Actions).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("payload=%7B")]
    [InlineData("payload=")]
    [InlineData("command=%2Fbot&team_id=T1")]
    [InlineData("%%%&===&command")]
    public void A_form_that_is_not_Slacks_is_invalid(string form) => Assert.IsType<InvalidPayload>(Form(form));

    [Fact]
    public void Slacks_look_at_the_certificate_is_no_command() => Assert.Equal(new UnknownPayload("ssl_check"), Form("ssl_check=1&token=x"));

    private static SlackPayload Json(string json) => EventRequest.Read(Encoding.UTF8.GetBytes(json), "application/json");

    private static SlackPayload Form(string form) => EventRequest.Read(Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded");
}
