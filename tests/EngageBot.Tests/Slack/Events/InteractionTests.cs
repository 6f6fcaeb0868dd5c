using System.Text.Json;
using EngageBot.Slack;
using EngageBot.Slack.Events;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Interactions;

namespace EngageBot.Tests.Slack.Events;

public sealed class InteractionTests
{
    private const string Who = "\"user\":{\"id\":\"U1\",\"username\":\"ada\",\"team_id\":\"T1\"},\"team\":{\"id\":\"T1\",\"domain\":\"x\"},\"api_app_id\":\"A1\",\"trigger_id\":\"1.2.t\"";

    [Fact]
    public void A_click_names_the_message_the_button_and_where_to_answer()
    {
        var actions = Read<BlockActions>(
            $$$"""
            {"type":"block_actions",{{{Who}}},"container":{"type":"message","message_ts":"5.5","channel_id":"C1","is_ephemeral":true},"channel":{"id":"C1","name":"help"},
             "message":{"type":"message","user":"UB","text":"?","ts":"5.5","bot_id":"B1"},"state":{"values":{}},"response_url":"https://hooks.slack.com/actions/secret",
             "actions":[{"action_id":"no","block_id":"b1","type":"button","value":"42","action_ts":"6.5"},
                        {"action_id":"pick","type":"static_select","selected_option":{"text":{"type":"plain_text","text":"One"},"value":"1"}}]}
            """);

        Assert.Equal(("U1", "T1", "C1", "1.2.t"), (actions.User.Id, actions.Team!.Id, actions.Channel!.Id, actions.TriggerId));
        Assert.Equal(("no", "42"), (actions.Actions[0].ActionId, actions.Actions[0].Value));
        Assert.Equal("1", actions.Actions[1].SelectedOption!.Value);
        Assert.Equal((Timestamp.Parse("5.5"), true), (actions.Container!.MessageTs!.Value, actions.Container.IsEphemeral));
        Assert.DoesNotContain("secret", actions.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_was_sent_brings_what_its_fields_hold()
    {
        var sent = Read<ViewSubmission>(
            $$$"""
            {"type":"view_submission",{{{Who}}},"response_urls":[],"view":{"id":"V1","team_id":"T1","type":"modal","callback_id":"rules","private_metadata":"C1","hash":"1.h",
             "state":{"values":{"text":{"in":{"type":"plain_text_input","value":"hello"}},"where":{"c":{"type":"multi_channels_select","selected_channels":["C1","C2"]}},
                                "more":{"o":{"type":"checkboxes","selected_options":[{"text":{"type":"plain_text","text":"x"},"value":"x"}]},"t":{"type":"timepicker","selected_time":null} } } } } }
            """);

        Assert.Equal(("rules", "C1", "1.h"), (sent.View.CallbackId, sent.View.PrivateMetadata, sent.View.Hash));
        Assert.Equal("hello", sent.View.State.Of("text", "in")!.Value);
        Assert.Equal(["C1", "C2"], sent.View.State.Of("where", "c")!.SelectedChannels);
        Assert.Equal("x", Assert.Single(sent.View.State.Of("more", "o")!.SelectedOptions).Value);
        Assert.Null(sent.View.State.Of("more", "t")!.SelectedTime);
        Assert.Null(sent.View.State.Of("text", "other"));
    }

    [Fact]
    public void A_form_that_was_closed_a_menu_typed_into_and_shortcuts_are_read()
    {
        Assert.True(Read<ViewClosed>($$$"""{"type":"view_closed",{{{Who}}},"view":{"id":"V1"},"is_cleared":true}""").IsCleared);
        Assert.Equal(("find", "ad"), Suggestion());
        Assert.Equal("ask", Read<GlobalShortcut>($$$"""{"type":"shortcut",{{{Who}}},"callback_id":"ask","action_ts":"1.5"}""").CallbackId);
        var shortcut = Read<MessageShortcut>($$$"""{"type":"message_action",{{{Who}}},"callback_id":"answered","channel":{"id":"C1","name":"help"},"message_ts":"5.5","message":{"ts":"5.5","user":"U2","text":"?"}}""");
        Assert.Equal(("answered", "U2", "C1"), (shortcut.CallbackId, shortcut.Message.User, shortcut.Channel.Id));
    }

    [Fact]
    public void An_app_for_a_whole_organization_has_no_team() =>
        Assert.Null(Read<GlobalShortcut>("""{"type":"shortcut","team":null,"user":{"id":"U1","team_id":"T1"},"callback_id":"ask"}""").Team);

    [Theory]
    [InlineData("""{"type":"workflow_step_edit","user":{"id":"U1"}}""", typeof(UnknownPayload))]
    [InlineData("""{"type":"block_actions"}""", typeof(InvalidPayload))]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"},"view":7}""", typeof(InvalidPayload))]
    [InlineData("[]", typeof(InvalidPayload))]
    public void What_is_not_known_or_not_as_documented_is_a_value_too(string json, Type type)
    {
        using var document = JsonDocument.Parse(json);
        Assert.IsType(type, PayloadReader.Interaction(document.RootElement));
    }

    private static (string, string) Suggestion()
    {
        var suggestion = Read<BlockSuggestion>($$$"""{"type":"block_suggestion",{{{Who}}},"container":{"type":"view","view_id":"V1"},"action_id":"find","block_id":"b","value":"ad"}""");
        return (suggestion.ActionId, suggestion.Value);
    }

    private static T Read<T>(string json)
        where T : SlackPayload
    {
        using var document = JsonDocument.Parse(json);
        return Assert.IsType<T>(PayloadReader.Interaction(document.RootElement));
    }
}
