CREATE TABLE "statistics_days" (
	"process" text NOT NULL,
	"region" text NOT NULL,
	"figure" text NOT NULL,
	"stock" boolean NOT NULL,
	"day" date NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "statistics_days_process_region_stock_figure_day_pk" PRIMARY KEY("process","region","stock","figure","day")
);
