namespace EngageBot.Outbox.Contact;

/// <summary>Something that waited through quiet hours.</summary>
/// <param name="IsPublic">Everybody sees it, so that the budget of public messages counts it.</param>
internal readonly record struct WaitingMessage(long Key, bool IsPublic);
