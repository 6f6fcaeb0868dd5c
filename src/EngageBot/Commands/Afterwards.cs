namespace EngageBot.Commands;

/// <summary>What is said besides, once a command has answered.</summary>
public delegate Task<CommandReply> Afterwards(ISlashCommand command, CommandRequest request, CommandReply reply, CancellationToken cancellationToken);
