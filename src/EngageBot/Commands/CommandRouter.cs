using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using EngageBot.Texts;
using Microsoft.Extensions.Logging;

namespace EngageBot.Commands;

/// <summary>Hands what members ask to the command that takes it. Whatever happens, the member is told something.</summary>
public sealed partial class CommandRouter(IEnumerable<ISlashCommand> commands, ILogger<CommandRouter> logger, Afterwards? afterwards = null, CommunityLanguage? language = null)
{
    /// <summary>By their names; members and moderators may have one of the same name each.</summary>
    private readonly FrozenDictionary<(string Name, bool IsForModerators), ISlashCommand> _commands = commands.ToFrozenDictionary(command => (command.Name, command.IsForModerators));

    /// <summary>Those that are listed, by their names.</summary>
    public IReadOnlyList<ISlashCommand> Listed => [.. _commands.Values.Where(command => command.IsListed || command.IsOnMessages).OrderBy(command => command.Name, StringComparer.Ordinal).ThenBy(command => command.IsForModerators)];

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: a member who asks is always answered.")]
    public async Task<CommandReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        request = request with { By = InItsLanguage(request.By) };
        var texts = TextBook.In(request.By.Language);
        if (Find(request) is not { } command)
        {
            return new CommandReply.Says(texts["command.unknown"]);
        }

        if (command.IsForModerators && !request.By.IsModerator)
        {
            return new CommandReply.Says(texts["command.moderators-only"]);
        }

        CommandReply reply;
        try
        {
            reply = await command.RunAsync(request, texts, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(command.Name, request.Community.Value, fault);
            return new CommandReply.Says(texts["command.failed"]);
        }

        try
        {
            return afterwards is null ? reply : await afterwards(command, request, reply, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(command.Name, request.Community.Value, fault);
            return reply; // What was asked for is done.
        }
    }

    /// <summary>He is answered in the community's language, and where that is nobody's choice in his own.</summary>
    public Asker InItsLanguage(Asker by) => language?.Invoke(by.Community) is { } chosen ? by with { Language = chosen } : by;

    /// <summary>The one for those under whose name it was written; else the other one, which is refused where it must be.</summary>
    private ISlashCommand? Find(CommandRequest request)
    {
        var (name, isForModerators) = (NameOf(request), request is CommandRequest.Typed { IsForModerators: true });
        return _commands.GetValueOrDefault((name, isForModerators)) ?? _commands.GetValueOrDefault((name, !isForModerators));
    }

    private static string NameOf(CommandRequest request) => request switch
    {
        CommandRequest.Typed typed => typed.Command,
        CommandRequest.OnMessage chosen => chosen.Command,
        CommandRequest.Pressed pressed => pressed.Button.Command,
        CommandRequest.Submitted submitted => submitted.Form.Command,
        _ => throw new UnreachableException(request.GetType().Name),
    };

    [LoggerMessage(LogLevel.Error, "The command {Command} failed in community {Community}")]
    private partial void LogFailed(string command, string community, Exception fault);
}
