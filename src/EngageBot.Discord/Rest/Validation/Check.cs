namespace EngageBot.Discord.Rest.Validation;

/// <summary>Says before a call what Discord would refuse, and why.</summary>
internal static class Check
{
    public static void AtMost(int most, string? text, string what)
    {
        if (text?.Length > most)
        {
            Fail($"{what} has {text.Length} characters, and Discord takes {most}.");
        }
    }

    public static void Between(int least, int most, string? text, string what)
    {
        if ((text?.Length ?? 0) < least)
        {
            Fail($"{what} is too short: Discord asks for {least} characters.");
        }

        AtMost(most, text, what);
    }

    public static void AtMost<T>(int most, IReadOnlyList<T>? items, string what)
    {
        if (items?.Count > most)
        {
            Fail($"There are {items.Count} {what}, and Discord takes {most}.");
        }
    }

    public static void Range(int least, int most, int? value, string what)
    {
        if (value < least || value > most)
        {
            Fail($"{what} is {value}, and Discord takes {least} to {most}.");
        }
    }

    public static void That(bool condition, string complaint)
    {
        if (!condition)
        {
            Fail(complaint);
        }
    }

    private static void Fail(string complaint) => throw new InvalidRequestException(complaint);
}
