using System.Text.Json.Serialization;

namespace EngageBot.Slack.Blocks;

/// <summary>Something to click, choose from or write into. <see href="https://docs.slack.dev/reference/block-kit/block-elements"/>.</summary>
/// <param name="ActionId">The name by which the app knows it again, at most 255 characters.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(OverflowElement), "overflow")]
[JsonDerivedType(typeof(StaticSelectElement), "static_select")]
[JsonDerivedType(typeof(MultiStaticSelectElement), "multi_static_select")]
[JsonDerivedType(typeof(ExternalSelectElement), "external_select")]
[JsonDerivedType(typeof(UsersSelectElement), "users_select")]
[JsonDerivedType(typeof(ChannelsSelectElement), "channels_select")]
[JsonDerivedType(typeof(MultiChannelsSelectElement), "multi_channels_select")]
[JsonDerivedType(typeof(ConversationsSelectElement), "conversations_select")]
[JsonDerivedType(typeof(PlainTextInputElement), "plain_text_input")]
[JsonDerivedType(typeof(CheckboxesElement), "checkboxes")]
[JsonDerivedType(typeof(RadioButtonsElement), "radio_buttons")]
[JsonDerivedType(typeof(TimePickerElement), "timepicker")]
public abstract record BlockElement(string ActionId)
{
    /// <summary>Asks back before it counts. Not for fields to write into.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}
