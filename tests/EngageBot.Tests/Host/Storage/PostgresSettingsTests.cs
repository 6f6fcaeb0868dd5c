using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;
using Npgsql;

namespace EngageBot.Tests.Host.Storage;

public sealed class PostgresSettingsTests
{
    [Theory]
    [InlineData("Host=db;Username=bot;Password=s3cret;Database=engage", "db", 5432, "bot", "s3cret", "engage")]
    [InlineData("postgres://bot:s3%40cret@db.example:6432/engage?sslmode=require", "db.example", 6432, "bot", "s3@cret", "engage")]
    [InlineData("postgresql://bot@db/engage", "db", 5432, "bot", null, "engage")]
    public void A_server_is_named_as_Npgsql_does_or_as_an_address(string text, string host, int port, string user, string? password, string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(PostgresSettings.Of(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = text }));
        Assert.Equal((host, port, user, password, database), (settings.Host, settings.Port, settings.Username, settings.Password, settings.Database));
        Assert.Equal((false, false, "EngageBot"), (settings.IncludeErrorDetail, settings.PersistSecurityInfo, settings.ApplicationName));
        Assert.Contains("plan_cache_mode=force_generic_plan", settings.Options, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "ConnectionString is missing")]
    [InlineData("  ", "ConnectionString is missing")]
    [InlineData("s3cret", "ConnectionString cannot be read")]
    [InlineData("Host=db;Pasword=s3cret", "ConnectionString cannot be read")]
    [InlineData("Username=bot;Password=s3cret", "ConnectionString names no host")]
    [InlineData("postgres://bot:s3cret@db/engage?s3cret=1", "ConnectionString cannot be read")]
    public void What_cannot_be_used_is_refused_in_a_line_that_does_not_show_it(string? text, string sentence)
    {
        var fault = Assert.Throws<ConfigurationException>(() => PostgresSettings.Of(new DatabaseOptions { ConnectionString = text }));
        Assert.StartsWith($"EngageBot:Database:{sentence}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void What_an_operator_sets_of_the_server_comes_last() =>
        Assert.EndsWith("-c jit=off -c jit=on", new NpgsqlConnectionStringBuilder(PostgresSettings.Of(new DatabaseOptions { ConnectionString = "Host=db;Options=-c jit=on" })).Options, StringComparison.Ordinal);

    [Fact]
    public void It_may_stand_in_a_file_and_in_one_place_only()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "Host=db;Username=bot\n");
            Assert.StartsWith("Host=db;Username=bot", PostgresSettings.Of(new DatabaseOptions { ConnectionStringFile = file }), StringComparison.Ordinal);
            Assert.Throws<ConfigurationException>(() => PostgresSettings.Of(new DatabaseOptions { ConnectionStringFile = file, ConnectionString = "Host=db" }));
            Assert.Throws<ConfigurationException>(() => PostgresSettings.Of(new DatabaseOptions { ConnectionStringFile = file + ".not" }));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void How_one_gets_in_is_in_no_name()
    {
        using var database = NpgsqlDataSource.Create(PostgresSettings.Of(new DatabaseOptions { ConnectionString = "Host=db;Username=bot;Password=s3cret;Database=engage" }));
        Assert.Equal("engage on db", ConfiguredDatabase.NameOf(database));
        Assert.DoesNotContain("s3cret", database.ConnectionString, StringComparison.Ordinal);
    }
}
