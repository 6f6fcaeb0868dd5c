namespace EngageBot.Onboarding;

/// <summary>What stands in the form by which the bot is set up before somebody fills it in, as far as that must be looked up.</summary>
/// <param name="Moderators">The name of the channel in which moderators hear from the bot; empty where none is known.</param>
/// <param name="Watched">Names of the channels to watch; empty for all, null where that is not known.</param>
internal sealed record SetupDraft(string Moderators, IReadOnlyList<string>? Watched);
