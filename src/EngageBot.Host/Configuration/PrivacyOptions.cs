using System.ComponentModel.DataAnnotations;
using EngageBot.Communities;

namespace EngageBot.Host.Configuration;

/// <summary>What keeps people forgotten who asked for it, and for how long their words are kept.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "EngageBot:Privacy";

    /// <summary>The file with the key by which they are recognised. Where it is not set it stands beside the database. Back it up apart from it.</summary>
    public string? KeyPath { get; set; }

    /// <summary>
    /// So many days what people write is kept, 3 to 90; afterwards counts and topics stay. In a community in which posts are looked after for longer than that, texts are kept until
    /// these are left in peace.
    /// </summary>
    [Range(TextRetention.Least, TextRetention.Most)]
    public int TextDays { get; set; } = TextRetention.Usual;
}
