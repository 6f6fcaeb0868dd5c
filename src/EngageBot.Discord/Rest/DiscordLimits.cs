namespace EngageBot.Discord.Rest;

/// <summary>How much Discord takes; more would be refused. Lengths count UTF-16 units, which is never less than what Discord counts.</summary>
public static class DiscordLimits
{
    /// <summary>Characters in a message. https://discord.com/developers/docs/resources/message#create-message</summary>
    public const int Content = 2_000;

    public const int EmbedsPerMessage = 10;

    public const int EmbedTitle = 256;

    public const int EmbedDescription = 4_096;

    public const int EmbedFields = 25;

    public const int EmbedFieldName = 256;

    public const int EmbedFieldValue = 1_024;

    public const int EmbedFooter = 2_048;

    public const int EmbedAuthor = 256;

    /// <summary>Characters in all embeds of a message together.</summary>
    public const int EmbedTotal = 6_000;

    public const int FilesPerMessage = 10;

    /// <summary>Characters of a file's description, read out in place of a picture.</summary>
    public const int FileDescription = 1_024;

    public const int FileName = 1_024;

    /// <summary>Users or roles named one by one in allowed mentions.</summary>
    public const int AllowedMentions = 100;

    /// <summary>Rows of a message. https://discord.com/developers/docs/components/reference#action-row</summary>
    public const int Rows = 5;

    public const int ButtonsPerRow = 5;

    public const int CustomId = 100;

    public const int ButtonLabel = 80;

    public const int Url = 512;

    public const int SelectOptions = 25;

    public const int SelectOption = 100;

    public const int Placeholder = 150;

    /// <summary>Title of a form and label of its fields.</summary>
    public const int ModalTitle = 45;

    public const int ModalFields = 5;

    public const int TextInput = 4_000;

    /// <summary>Characters of a channel's, thread's or post's name.</summary>
    public const int ChannelName = 100;

    /// <summary>Tags of a post. https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel</summary>
    public const int AppliedTags = 5;

    /// <summary>Tags a forum offers.</summary>
    public const int AvailableTags = 20;

    public const int TagName = 20;

    /// <summary>Seconds of slow mode.</summary>
    public const int SlowMode = 21_600;

    /// <summary>Messages in a page of history.</summary>
    public const int HistoryPage = 100;

    /// <summary>Guilds in a page.</summary>
    public const int GuildPage = 200;

    /// <summary>Commands of one sort. https://discord.com/developers/docs/interactions/application-commands#registering-a-command</summary>
    public const int ChatInputCommands = 100;

    public const int CommandName = 32;

    public const int CommandDescription = 100;

    public const int CommandOptions = 25;

    /// <summary>Choices of an option, given or completed.</summary>
    public const int Choices = 25;

    public const int ChoiceName = 100;

    /// <summary>Characters of a command with all its names, descriptions and values.</summary>
    public const int CommandTotal = 8_000;
}
