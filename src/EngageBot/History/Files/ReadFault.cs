using EngageBot.Chat;
using System.Security;

namespace EngageBot.History.Files;

/// <summary>Turns what goes wrong below into the one exception that a history throws.</summary>
internal static class ReadFault
{
    public static bool IsKnown(Exception exception) => exception
        is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException or ArgumentException or SecurityException;

    public static HistoryException Of(string place, Exception exception) => new($"{OneLine.Of(place)}: {Reason(exception)}", exception);

    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        UnauthorizedAccessException or SecurityException => "may not be read, or is no file",
        InvalidDataException or EndOfStreamException or NotSupportedException => "is damaged, truncated or of an unknown kind",
        ArgumentException => "is no path",
        _ => "cannot be read",
    };
}
