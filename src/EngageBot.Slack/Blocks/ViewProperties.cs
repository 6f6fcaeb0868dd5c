using System.Text.Json.Serialization;

namespace EngageBot.Slack.Blocks;

/// <summary>A form or home to be shown. <see href="https://docs.slack.dev/reference/views"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ModalView), "modal")]
[JsonDerivedType(typeof(HomeView), "home")]
public abstract record ViewProperties
{
    /// <summary>Up to 100.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The name by which the app knows it again, at most 255 characters.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What comes back with the view, at most 3,000 characters. The user can read it.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>A name of the app's own, one for each view of a workspace, at most 255 characters.</summary>
    public string? ExternalId { get; init; }
}
