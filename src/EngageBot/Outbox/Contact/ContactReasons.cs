using EngageBot.Texts;

namespace EngageBot.Outbox.Contact;

/// <summary>Reasons for the member himself, who asks why he hears nothing: keys of texts, and the texts in English, as they are stored.</summary>
internal static class ContactReasons
{
    /// <summary>"contact.quiet_hours".</summary>
    public static string Key(ContactReason reason) =>
        "contact." + string.Concat(reason.ToString().Select((letter, at) => char.IsUpper(letter) ? $"{(at == 0 ? string.Empty : "_")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string English(ContactReason reason) => TextBook.In(TextBook.DefaultLanguage)[Key(reason)];
}
