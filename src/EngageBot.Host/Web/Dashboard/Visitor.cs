using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>Whoever looks at a page.</summary>
/// <param name="By">As whom he acts; null for one who is not signed in.</param>
/// <param name="FormToken">Goes with every form that he sends in, or it is not taken.</param>
public sealed record Visitor(Asker? By, TextBook Texts, string FormToken);
