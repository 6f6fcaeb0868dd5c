using EngageBot.Chat;

namespace EngageBot.Members;

/// <summary>Roles of a member as they are stored in his row, and looked for.</summary>
internal static class StoredRoles
{
    /// <summary>More are of no use.</summary>
    private const int Most = 200;

    private const int Longest = 100;

    /// <summary>Null for none.</summary>
    public static string? Of(IReadOnlyList<string> roles) =>
        roles.Count == 0 ? null : string.Concat(roles.Take(Most).Select(role => $"\n{Written(role)}")) + "\n";

    /// <summary>A pattern for LIKE, with ! before what is meant as it stands.</summary>
    public static string Like(string role) =>
        $"%\n{Written(role.TrimStart('@')).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}\n%";

    private static string Written(string role) => OneLine.Of(role, Longest).ToLowerInvariant();
}
