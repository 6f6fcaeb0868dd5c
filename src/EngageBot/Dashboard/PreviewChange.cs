namespace EngageBot.Dashboard;

/// <summary>How what would be planned differs from what is planned by the rules that hold.</summary>
public enum PreviewChange
{
    Same,
    New,
    Gone,
}
