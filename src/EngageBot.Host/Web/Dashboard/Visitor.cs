using EngageBot.Commands;
using EngageBot.Host.Web.Playground;
using EngageBot.Texts;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Whoever looks at a page.</summary>
/// <param name="By">As whom he acts; null for one who is not signed in.</param>
/// <param name="FormToken">Goes with every form that he sends in, or it is not taken.</param>
public sealed record Visitor(Asker? By, TextBook Texts, string FormToken)
{
    /// <summary>He came straight from the Playground, and is nobody's moderator but there.</summary>
    public bool IsInPlayground { get; init; }

    /// <summary>An address that the bot gives, as a browser can open it.</summary>
    public string AddressOf(string address) => IsInPlayground ? PlaygroundLinks.Local(address) : address;
}
