using System.Diagnostics;

namespace EngageBot.Outbox.Contact;

/// <summary>Reasons for the member himself, who asks why he hears nothing: keys of texts, and the texts in English.</summary>
internal static class ContactReasons
{
    /// <summary>"contact.quiet_hours".</summary>
    public static string Key(ContactReason reason) =>
        "contact." + string.Concat(reason.ToString().Select((letter, at) => char.IsUpper(letter) ? $"{(at == 0 ? string.Empty : "_")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string English(ContactReason reason) => reason switch
    {
        ContactReason.Bot => "This account is a program.",
        ContactReason.Left => "You are no longer in this community.",
        ContactReason.OptedOut => "You asked to be left out.",
        ContactReason.NotAgreed => "You have not said that you want messages like this.",
        ContactReason.SwitchedOff => "Moderators switched messages like this off.",
        ContactReason.Observing => "The bot only reads along here at the moment.",
        ContactReason.NoBudget => "This community has chosen that nobody is asked.",
        ContactReason.NoTimeLeft => "Your hours and those of the community leave no time in common.",
        ContactReason.TimedOut => "You are in a time-out.",
        ContactReason.Paused => "You asked for a pause.",
        ContactReason.NudgedToday => "You had a message today; one a day is enough.",
        ContactReason.NudgedThisWeek => "You had three messages this week; that is enough.",
        ContactReason.AskedLately => "You were asked in the last three days.",
        ContactReason.NotedLately => "You had a note like this in the last two weeks.",
        ContactReason.CommunityBudget => "Enough people here were asked today.",
        ContactReason.QuietHours => "It is a quiet hour where you are.",
        ContactReason.OwnHours => "You chose not to hear from us at this hour.",
        ContactReason.WorkingHours => "It is outside working hours where you are.",
        ContactReason.BundledToday => "You had today's message; what is new comes with the next one.",
        ContactReason.DoNotDisturb => "You do not want to be disturbed now.",
        ContactReason.Away => "You are away.",
        _ => throw new UnreachableException(),
    };
}
