using System.CommandLine;
using EngageBot.Chat;

namespace EngageBot.Host.CommandLine;

/// <summary>What whoever runs the bot does with it: <c>engagebot status|doctor|backup|restore|migrate|database copy</c>.</summary>
internal static class OperationsCommands
{
    public static IEnumerable<Command> All() => [Status(), Healthy(), Doctor(), Backup(), Restore(), Migrate(), Database(), Forget()];

    private static Command Status()
    {
        var status = new Command("status", "Shows in a few lines what runs, what is stored, and what keeps the bot from its work. Changes nothing.\n\nExample: engagebot status");
        status.SetAction((_, cancellationToken) => LiveRun.WithFaultsAsync(() => StatusRun.RunAsync(cancellationToken)));
        return status;
    }

    private static Command Healthy()
    {
        var healthy = new Command("healthy", "Ends with 0 where the bot that is configured runs and answers on this machine, else with 1. For the health check of a container.\n\nExample: engagebot healthy");
        healthy.SetAction((_, cancellationToken) => LiveRun.WithFaultsAsync(() => HealthyRun.RunAsync(cancellationToken)));
        return healthy;
    }

    private static Command Doctor()
    {
        var doctor = new Command(
            "doctor",
            """
            Looks at everything the bot needs, and says in words what to mend: settings, tokens, intents, scopes, permissions by channel, database, clock, chart tool, disk. Says nothing
            to anybody, and may be run beside a bot that is running. Ends with 0 where nothing is wrong, else with 1.

            Example: engagebot doctor
            """);
        doctor.SetAction((_, cancellationToken) => LiveRun.WithFaultsAsync(() => DoctorRun.RunAsync(cancellationToken)));
        return doctor;
    }

    private static Command Backup()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The copy; there must be no such file. Left out, it stands in the folder backups beside the database, with the moment in its name.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var backup = new Command(
            "backup",
            """
            Writes a copy of the embedded database while the bot goes on, and reads it through. The file with the key of forgotten people is not in it: back that up apart from it.
            On PostgreSQL use pg_dump.

            Example: engagebot backup /var/backups/engagebot.db
            """)
        {
            file,
        };
        backup.SetAction((parsed, cancellationToken) => LiveRun.WithFaultsAsync(() => BackupRun.WriteAsync(parsed.GetValue(file), cancellationToken)));
        return backup;
    }

    private static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "The copy, as 'backup' wrote it." };
        var restore = new Command(
            "restore",
            """
            Puts a copy in the place of the embedded database, brings it up to this program's version, and forgets again who asked for it since. Stop the bot first. What stood there
            is kept in the folder backups.

            Example: engagebot restore /var/backups/engagebot.db
            """)
        {
            file,
        };
        restore.SetAction((parsed, cancellationToken) => LiveRun.WithFaultsAsync(() => BackupRun.RestoreAsync(parsed.GetValue(file)!, cancellationToken)));
        return restore;
    }

    private static Command Migrate()
    {
        var migrate = new Command(
            "migrate",
            """
            Brings the database up to this program's version, as the bot does itself when it starts. An embedded one is copied to the folder backups before; going back to an older
            program is restoring that copy with it.

            Example: engagebot migrate
            """);
        migrate.SetAction((_, cancellationToken) => LiveRun.WithFaultsAsync(() => BackupRun.MigrateAsync(cancellationToken)));
        return migrate;
    }

    private static Command Forget()
    {
        var platform = new Argument<Platform>("PLATFORM") { Description = "discord or slack." };
        platform.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var word }] || !Enum.TryParse<Platform>(word, ignoreCase: true, out var known) || known is not (Platform.Discord or Platform.Slack))
            {
                result.AddError("PLATFORM is discord or slack.");
            }
        });
        var id = new Argument<string>("ID") { Description = "The person's id there." };
        var forget = new Command(
            "forget",
            """
            Erases everything about somebody who cannot use /engage privacy forget himself, in all communities of that platform, and leaves him out from then on. Stop the bot first.

            Example: engagebot forget discord 80351110224678912
            """)
        {
            platform, id,
        };
        forget.SetAction((parsed, cancellationToken) => LiveRun.WithFaultsAsync(() => ForgetRun.RunAsync(parsed.GetValue(platform), parsed.GetValue(id)!, cancellationToken)));
        return forget;
    }

    private static Command Database()
    {
        var from = new Option<string>("--from") { Description = "A file, or 'postgres' for the server of EngageBot:Database:ConnectionString.", Required = true };
        var to = new Option<string>("--to") { Description = "The same; it must hold nothing yet.", Required = true };
        var copy = new Command(
            "copy",
            """
            Copies everything from one database into another that is empty, from a file to PostgreSQL or back, compares both row by row, and forgets again who asked for it. Stop the
            bot first; set EngageBot:Database:Provider to the other one afterwards.

            Example: engagebot database copy --from data/engagebot.db --to postgres
            """)
        {
            from, to,
        };
        copy.SetAction((parsed, cancellationToken) => LiveRun.WithFaultsAsync(() => CopyRun.RunAsync(parsed.GetValue(from)!, parsed.GetValue(to)!, cancellationToken)));
        return new Command("database", "Moves what is stored from one kind of database to the other.") { copy };
    }
}
