namespace EngageBot.Slack.Blocks;

/// <summary>A picture that was uploaded. <see href="https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object"/>.</summary>
public sealed record SlackFileReference(string Id);
