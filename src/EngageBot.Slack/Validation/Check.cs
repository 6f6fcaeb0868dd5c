namespace EngageBot.Slack.Validation;

/// <summary>Says before a call what Slack would refuse, and why; never with what was to be sent.</summary>
internal static class Check
{
    public static void AtMost(int most, string? text, string what) =>
        That(text is null || text.Length <= most, $"{what} has {text?.Length} characters, and Slack takes {most}.");

    public static void Between(int least, int most, string? text, string what)
    {
        That((text?.Length ?? 0) >= least, $"{what} is too short: Slack asks for {least} character at least.");
        AtMost(most, text, what);
    }

    public static void Between(int least, int most, int count, string what) =>
        That(count >= least && count <= most, $"There are {count} {what}, and Slack takes {least} to {most}.");

    public static void Range(int least, int most, int? value, string what) =>
        That(value is null || (value >= least && value <= most), $"{what} is {value}, and Slack takes {least} to {most}.");

    public static void That(bool condition, string complaint)
    {
        if (!condition)
        {
            throw new InvalidRequestException(complaint);
        }
    }
}
