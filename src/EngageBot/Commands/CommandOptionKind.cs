namespace EngageBot.Commands;

/// <summary>What an option of a command takes.</summary>
public enum CommandOptionKind
{
    Text = 0,
    Number = 1,
    Member = 2,
    Channel = 3,
}
