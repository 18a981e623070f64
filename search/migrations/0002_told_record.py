from django.db import migrations, models


class Migration(migrations.Migration):
    """What the public may know of each record, kept beside the index."""

    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ToldRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("record_pk", models.BigIntegerField()),
                ("version", models.PositiveBigIntegerField()),
                ("words_version", models.PositiveBigIntegerField()),
                ("form", models.CharField(max_length=16)),
                ("content", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "record_pk"), name="search_told_once")
                ],
            },
        ),
    ]
