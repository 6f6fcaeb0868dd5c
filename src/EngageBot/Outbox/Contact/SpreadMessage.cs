namespace EngageBot.Outbox.Contact;

/// <summary>When something that waited is said.</summary>
internal readonly record struct SpreadMessage(long Key, DateTimeOffset At);
